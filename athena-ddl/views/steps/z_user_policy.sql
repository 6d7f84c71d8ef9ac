-- Every line of what IAM tells beside a report, by who or what holds it: a user (`u:anna`), a group (`g:admins`) or a managed
-- policy (its ARN), and with what it grants of the ways to an administrator: one row for the line and one for each way that
-- its statement allows or denies. `granted` says way, effect, whether always, on which resources, and which policy.
-- Once in each `scope`; ask for one: 'all' is every day, 'latest' each account's newest of the last 7.
-- Names and ARNs of IAM hold no space. A resource that only a wildcard matches is one with a space for its name.
CREATE OR REPLACE VIEW z_user_policy AS
WITH
scoped AS (
  SELECT 'all' AS scope, r.*, r.dt AS newest_dt
  FROM z_user_fact_row AS r
  WHERE r.is_readable IS NOT NULL
  UNION ALL
  SELECT 'latest' AS scope, r.*, max(dt) OVER (PARTITION BY account_id) AS newest_dt
  FROM z_user_fact_row AS r
  WHERE dt > date_format(current_date - interval '7' day, '%Y/%m/%d')
    AND dt <= date_format(current_date, '%Y/%m/%d')
    AND r.is_readable IS NOT NULL
),
reported AS (
  SELECT
    scope,
    dt,
    report_date,
    account_id,
    is_readable,
    fact,
    -- What is of the account stands with its root user, who is in every report.
    coalesce(user_name, CASE WHEN fact IN ('virtual_mfa_device', 'password_policy', 'account_summary', 'not_read') THEN '<root_account>' END) AS user_name,
    CASE attached_to WHEN 'user' THEN 'u:' || name WHEN 'group' THEN 'g:' || name END AS principal,
    policy_arn,
    policy_name,
    effect,
    coalesce(NOT has_condition, false) AS is_always,
    call,
    -- An account's own policies have its number in the ARN, those of AWS `aws`.
    CASE WHEN fact = 'attached_policy' AND split_part(policy_arn, ':', 5) = 'aws' THEN split_part(policy_arn, ':', 6) END AS aws_policy,
    regexp_extract(group_names, '^\["(.*)"\]$', 1) AS group_names,
    regexp_extract(lower(actions), '^\["(.*)"\]$', 1) AS actions,
    regexp_extract(lower(not_actions), '^\["(.*)"\]$', 1) AS not_actions,
    regexp_extract(resources, '^\["(.*)"\]$', 1) AS resources,
    regexp_extract(not_resources, '^\["(.*)"\]$', 1) AS not_resources,
    id,
    created_at,
    expires_at,
    is_active,
    line
  FROM scoped
  WHERE dt = newest_dt
),
-- Patterns of IAM as those of LIKE, with `!` before what LIKE would take for a wildcard; ARNs as in the first partition.
patterned AS (
  SELECT
    *,
    CASE
      WHEN fact = 'user' THEN 'u:' || user_name || coalesce(' g:' || replace(group_names, '","', ' g:'), '')
      WHEN fact IN ('attached_policy', 'statement') THEN coalesce(policy_arn, principal)
      ELSE coalesce('u:' || user_name, '')
    END AS holders,
    split(replace(replace(replace(replace(replace(actions, '!', '!!'), '%', '!%'), '_', '!_'), '*', '%'), '?', '_'), '","') AS action_patterns,
    split(replace(replace(replace(replace(replace(not_actions, '!', '!!'), '%', '!%'), '_', '!_'), '*', '%'), '?', '_'), '","') AS not_action_patterns,
    replace(replace(replace(replace(replace(replace(replace(coalesce(resources, not_resources), 'arn:aws-cn:', 'arn:aws:'), 'arn:aws-us-gov:', 'arn:aws:'), '!', '!!'), '%', '!%'), '_', '!_'), '*', '%'), '?', '_') AS resource_patterns
  FROM reported
),
-- What could not be read of the whole account. A line that cannot be read may have been any.
flagged AS (
  SELECT
    *,
    count(CASE WHEN NOT is_readable THEN 1 END) OVER of_account > 0 AS is_any_unread,
    count(CASE WHEN call = 'GetAccountAuthorizationDetails' AND user_name = '<root_account>' THEN 1 END) OVER of_account > 0 AS is_policy_unread,
    count(CASE WHEN call = 'ListAccessKeys' AND user_name = '<root_account>' THEN 1 END) OVER of_account > 0 AS is_key_unread,
    count(CASE WHEN call = 'ListVirtualMFADevices' THEN 1 END) OVER of_account > 0 AS is_device_unread,
    count(CASE WHEN call = 'ListServiceSpecificCredentials' AND user_name = '<root_account>' THEN 1 END) OVER of_account > 0 AS is_service_unread
  FROM patterned
  WINDOW of_account AS (PARTITION BY scope, dt, report_date, account_id)
),
matched AS (
  SELECT
    f.*,
    w.way,
    w.target,
    CASE
      WHEN w.way = '' THEN false
      WHEN fact = 'attached_policy' THEN coalesce(aws_policy = 'policy/AdministratorAccess' OR (aws_policy = 'policy/IAMFullAccess' AND w.way <> '*'), false)
      ELSE coalesce(cardinality(filter(action_patterns, p -> w.action LIKE p ESCAPE '!')) > 0, false)
        -- Whoever may do all but something may not do everything; whom all but something is denied may not either.
        OR coalesce((w.way <> '*' OR effect = 'Deny') AND cardinality(filter(not_action_patterns, p -> w.action LIKE p ESCAPE '!')) = 0, false)
    END AS is_granted,
    -- Whether it is so for any resource of the kind; NULL where it is for the user's own ARN to say.
    CASE
      WHEN fact = 'attached_policy' THEN true
      WHEN w.target <> 'user'
        THEN (cardinality(filter(split(resource_patterns, '","'), p -> w.target_start || f.account_id || w.target_end LIKE p ESCAPE '!')) > 0) = (resources IS NOT NULL)
          AND (w.way <> '*' OR effect = 'Deny' OR resources IS NOT NULL)
    END AS is_on_any
  FROM flagged AS f
  JOIN (
    VALUES
      ('', '', '', '', ''),
      -- Every action of every service: what names one does not match a space.
      ('*', ' : ', 'any', ' : ', ' '),
      ('iam:AddUserToGroup', 'iam:addusertogroup', 'group', 'arn:aws:iam::', ':group/ '),
      ('iam:AttachGroupPolicy', 'iam:attachgrouppolicy', 'group', 'arn:aws:iam::', ':group/ '),
      ('iam:PutGroupPolicy', 'iam:putgrouppolicy', 'group', 'arn:aws:iam::', ':group/ '),
      ('iam:CreatePolicyVersion', 'iam:createpolicyversion', 'policy', 'arn:aws:iam::', ':policy/ '),
      ('iam:AttachUserPolicy', 'iam:attachuserpolicy', 'user', '', ''),
      ('iam:PutUserPolicy', 'iam:putuserpolicy', 'user', '', '')
  ) AS w (way, action, target, target_start, target_end)
    ON w.way = '' OR f.fact = 'statement' OR f.aws_policy IN ('policy/AdministratorAccess', 'policy/IAMFullAccess')
  WHERE f.is_readable
)
SELECT
  scope,
  dt,
  report_date,
  account_id,
  s.holder,
  CASE WHEN fact = 'statement' AND policy_arn IS NOT NULL THEN NULL ELSE coalesce(principal, s.holder) END AS principal,
  fact,
  user_name,
  policy_arn,
  policy_name,
  CASE
    WHEN is_granted
      THEN way || CASE effect WHEN 'Deny' THEN ' deny' ELSE ' allow' END
        || CASE WHEN fact = 'attached_policy' OR is_always THEN ' always' ELSE ' if' END
        || CASE WHEN is_on_any THEN ' any ' WHEN resources IS NOT NULL THEN ' on ' ELSE ' except ' END
        || coalesce(policy_name, '-') || ' ' || CASE WHEN is_on_any THEN '' ELSE coalesce(resource_patterns, '') END
    WHEN fact = 'not_read' AND call = 'GetAccountAuthorizationDetails'
      THEN 'unread - - - ' || coalesce(policy_name, '-') || ' '
    -- How AWS says that a key has leaked.
    WHEN aws_policy LIKE 'policy/AWSCompromisedKeyQuarantine%' OR (principal LIKE 'u:%' AND policy_name = 'AWSExposedCredentialPolicy_DO_NOT_REMOVE')
      THEN 'quarantine - - - ' || coalesce(policy_name, substr(aws_policy, 8)) || ' '
  END AS granted,
  call,
  id,
  created_at,
  expires_at,
  is_active,
  is_any_unread,
  is_policy_unread,
  is_key_unread,
  is_device_unread,
  is_service_unread,
  line
FROM matched
CROSS JOIN UNNEST(split(holders, ' ')) AS s (holder)
WHERE s.holder <> ''
  AND (way = '' OR (is_granted AND coalesce(is_on_any, target = 'user')))
