-- One row per event of a user or the root user in the folder of their own account: a call into another account lies in both
-- accounts' folders. Sessions that a user federates count as the user's. Resources are text, with a line break between ARNs,
-- and an object of S3 counts as its bucket's objects. Names become ARNs only where nothing of the ARN is a guess.
CREATE OR REPLACE VIEW z_user_event AS
SELECT
  account AS account_id,
  region,
  dt,
  try_cast(substr(eventtime, 1, 10) AS date) AS event_date,
  try_cast(replace(substr(eventtime, 1, 19), 'T', ' ') AS timestamp) AS event_time,
  CASE
    WHEN is_root OR identity_name = 'HIDDEN_DUE_TO_SECURITY_REASONS' THEN NULL
    -- Some services leave the name out, and the path stands before it.
    ELSE coalesce(nullif(identity_name, ''), regexp_extract(identity_arn, ':user/(.*/)?([^/]+)$', 2))
  END AS user_name,
  is_root,
  nullif(access_key_id, '') AS access_key_id,
  eventsource AS event_source,
  -- Lambda writes CreateFunction20150331 and AddPermission20150331v2, CloudFront CreateDistribution2020_05_31.
  regexp_replace(eventname, '20[0-9]{2}_?[01][0-9]_?[0-3][0-9](_?v[0-9]+)?$', '') AS event_name,
  eventname AS event_name_raw,
  coalesce(
    nullif(errorcode, ''),
    -- A sign-in that fails has no error code.
    CASE
      WHEN eventsource = 'signin.amazonaws.com' THEN regexp_extract(responseelements, '"[A-Za-z]+" ?: ?"(Failure)"', 1)
    END
  ) AS error_code,
  awsregion AS aws_region,
  coalesce(eventcategory = 'Data', false) AS is_data_event,
  sourceipaddress AS source_address,
  useragent AS user_agent,
  array_join(
    ARRAY[
      coalesce(regexp_extract(arn_1, '^arn:[^:]*:s3:::[^/]+/', 0) || '*', arn_1),
      coalesce(regexp_extract(arn_2, '^arn:[^:]*:s3:::[^/]+/', 0) || '*', arn_2),
      coalesce(regexp_extract(arn_3, '^arn:[^:]*:s3:::[^/]+/', 0) || '*', arn_3),
      coalesce(regexp_extract(arn_4, '^arn:[^:]*:s3:::[^/]+/', 0) || '*', arn_4),
      coalesce(regexp_extract(arn_5, '^arn:[^:]*:s3:::[^/]+/', 0) || '*', arn_5),
      CASE
        WHEN eventsource = 's3.amazonaws.com' THEN
          CASE WHEN named LIKE 'arn:%' THEN named ELSE arn_start || ':s3:::' || nullif(named, '') END
            || CASE WHEN coalesce(other, '') <> '' THEN '/*' ELSE '' END
        -- The path of another user is in no event.
        WHEN eventsource = 'iam.amazonaws.com' AND named <> '' THEN CASE WHEN named = identity_name THEN identity_arn END
        WHEN named LIKE 'arn:%' THEN named
        WHEN other LIKE 'arn:%' THEN other
        WHEN eventsource = 'lambda.amazonaws.com' AND named NOT LIKE '%:%'
          THEN arn_start || ':lambda:' || awsregion || ':' || account || ':function:' || nullif(named, '')
        WHEN eventsource = 'dynamodb.amazonaws.com'
          THEN arn_start || ':dynamodb:' || awsregion || ':' || account || ':table/' || nullif(named, '')
        WHEN eventsource = 'cloudfront.amazonaws.com'
          THEN arn_start || ':cloudfront::' || account || ':distribution/' || nullif(coalesce(named, other), '')
        WHEN eventsource = 'kinesis.amazonaws.com'
          THEN arn_start || ':kinesis:' || awsregion || ':' || account || ':stream/' || nullif(named, '')
        WHEN eventsource = 'sqs.amazonaws.com' AND split_part(named, '/', 5) <> ''
          THEN arn_start || ':sqs:' || awsregion || ':' || split_part(named, '/', 4) || ':' || split_part(named, '/', 5)
      END,
      arn_start || ':s3:::' || copy_source || '/*'
    ],
    chr(10)
  ) AS resources,
  resource_count > 5 AS resources_cut
FROM (
  SELECT
    *,
    json_extract_scalar(requestparameters, parameter) AS named,
    json_extract_scalar(requestparameters, other_parameter) AS other,
    -- The source of a copy is <bucket>/<key>, with or without a slash in front.
    CASE WHEN eventsource = 's3.amazonaws.com' THEN regexp_extract(requestparameters, '"x-amz-copy-source" ?: ?"/?([^/"%]+)/', 1) END AS copy_source
  FROM (
    SELECT
      *,
      useridentity.arn AS identity_arn,
      useridentity.accesskeyid AS access_key_id,
      CASE
        WHEN useridentity.type = 'FederatedUser' THEN useridentity.sessioncontext.sessionissuer.username
        ELSE useridentity.username
      END AS identity_name,
      coalesce(useridentity.type = 'Root', false)
        OR coalesce(useridentity.username = 'AWS ROOT USER', false)
        OR coalesce(useridentity.sessioncontext.sessionissuer.type = 'Root', false) AS is_root,
      coalesce(regexp_extract(useridentity.arn, '^arn:[^:]+', 0), 'arn:aws') AS arn_start,
      CASE eventsource
        WHEN 's3.amazonaws.com' THEN '$.bucketName'
        WHEN 'lambda.amazonaws.com' THEN '$.functionName'
        WHEN 'dynamodb.amazonaws.com' THEN '$.tableName'
        WHEN 'cloudfront.amazonaws.com' THEN '$.distributionId'
        WHEN 'kinesis.amazonaws.com' THEN '$.streamName'
        WHEN 'sqs.amazonaws.com' THEN '$.queueUrl'
        WHEN 'sns.amazonaws.com' THEN '$.topicArn'
        WHEN 'sts.amazonaws.com' THEN '$.roleArn'
        WHEN 'kms.amazonaws.com' THEN '$.keyId'
        WHEN 'secretsmanager.amazonaws.com' THEN '$.secretId'
        WHEN 'states.amazonaws.com' THEN '$.stateMachineArn'
        WHEN 'iam.amazonaws.com' THEN '$.userName'
        ELSE '$.resourceArn'
      END AS parameter,
      CASE eventsource
        WHEN 's3.amazonaws.com' THEN '$.key'
        WHEN 'cloudfront.amazonaws.com' THEN CASE WHEN eventname LIKE '%Distribution%' THEN '$.id' END
        WHEN 'kinesis.amazonaws.com' THEN '$.streamARN'
        WHEN 'iam.amazonaws.com' THEN '$.policyArn'
      END AS other_parameter,
      cardinality(resources) AS resource_count,
      (element_at(resources, 1)).arn AS arn_1,
      (element_at(resources, 2)).arn AS arn_2,
      (element_at(resources, 3)).arn AS arn_3,
      (element_at(resources, 4)).arn AS arn_4,
      (element_at(resources, 5)).arn AS arn_5
    FROM z_single_event
    WHERE useridentity.accountid = account
      AND (
        useridentity.type IN ('IAMUser', 'Root')
        OR (useridentity.type = 'FederatedUser' AND useridentity.sessioncontext.sessionissuer.type IN ('IAMUser', 'Root'))
      )
  ) AS own
) AS event
