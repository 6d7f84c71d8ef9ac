-- One row per credential event that the notifier kept. Events come by best effort: none is no proof that nothing happened.
-- The account is that of the envelope, which EventBridge writes; the rest is what CloudTrail tells.
CREATE OR REPLACE VIEW credential_event AS
SELECT
  dt,
  try_cast(replace(dt, '/', '-') AS date) AS event_date,
  try_cast(replace(regexp_extract(json_extract_scalar(line, '$.time'), '^([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])([.][0-9]+)?(Z|[+]00:00)$', 1), 'T', ' ') AS timestamp) AS event_time,
  json_extract_scalar(line, '$.id') AS event_id,
  json_extract_scalar(line, '$.account') AS account_id,
  json_extract_scalar(line, '$.detail.eventName') AS event_name,
  -- What CloudTrail writes in place of a name: for the root user, and where nobody of the name was known.
  CASE WHEN named_user NOT IN ('AWS ROOT USER', 'HIDDEN_DUE_TO_SECURITY_REASONS') THEN named_user END AS user_name,
  by_root,
  -- Where no user is named, the root user works on what is its own.
  coalesce(named_user = 'AWS ROOT USER', by_root) AS about_root,
  json_extract_scalar(line, '$.detail.userIdentity.arn') AS actor_arn,
  json_extract_scalar(line, '$.detail.sourceIPAddress') AS source_address,
  json_extract_scalar(line, '$.detail.userAgent') AS user_agent,
  coalesce(
    json_extract_scalar(line, '$.detail.responseElements.ConsoleLogin'),
    json_extract_scalar(line, '$.detail.requestParameters.status'),
    json_extract_scalar(line, '$.detail.requestParameters.policyArn'),
    json_extract_scalar(line, '$.detail.requestParameters.policyName'),
    json_extract_scalar(line, '$.detail.requestParameters.newUserName'),
    json_extract_scalar(line, '$.detail.requestParameters.groupName')
  ) AS outcome
FROM (
  SELECT
    dt,
    line,
    coalesce(json_extract_scalar(line, '$.detail.userIdentity.type') = 'Root', false) AS by_root,
    CASE
      -- The root user's own sign-in, and what is done to a group or a policy: about no IAM user, whoever did it.
      WHEN json_extract_scalar(line, '$.detail.eventName') IN (
        'ConsoleLogin', 'PasswordUpdated', 'PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'EmailUpdated',
        'AttachGroupPolicy', 'PutGroupPolicy', 'CreatePolicyVersion'
      ) THEN NULL
      ELSE coalesce(
        nullif(json_extract_scalar(line, '$.detail.requestParameters.userName'), ''),
        -- Who works on credentials of her own need not be named; the root user's own belong to no IAM user.
        CASE
          WHEN coalesce(json_extract_scalar(line, '$.detail.userIdentity.type'), '') <> 'Root'
            THEN nullif(json_extract_scalar(line, '$.detail.responseElements.accessKey.userName'), '')
        END,
        CASE
          WHEN json_extract_scalar(line, '$.detail.userIdentity.type') = 'IAMUser'
            THEN nullif(json_extract_scalar(line, '$.detail.userIdentity.userName'), '')
        END
      )
    END AS named_user
  FROM credential_event_line
) AS event
WHERE regexp_extract(json_extract_scalar(line, '$.account'), '^[0-9]{12}$', 0) <> ''
