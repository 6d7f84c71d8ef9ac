CREATE EXTERNAL TABLE credential_report_history (
  `user` string,
  arn string,
  user_creation_time string,
  password_enabled string,
  password_last_used string,
  password_last_changed string,
  password_next_rotation string,
  mfa_active string,
  access_key_1_active string,
  access_key_1_last_rotated string,
  access_key_1_last_used_date string,
  access_key_1_last_used_region string,
  access_key_1_last_used_service string,
  access_key_2_active string,
  access_key_2_last_rotated string,
  access_key_2_last_used_date string,
  access_key_2_last_used_region string,
  access_key_2_last_used_service string,
  cert_1_active string,
  cert_1_last_rotated string,
  cert_2_active string,
  cert_2_last_rotated string,
  additional_credentials_info string,
  object_path string,
  line_base64 string
)
COMMENT 'Past days of credential_report, one row per user, and one of each day that says that it is written'
PARTITIONED BY (dt string)
STORED AS PARQUET
LOCATION 's3://${bucket}/history/credential-reports/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.dt.type' = 'date',
  'projection.dt.format' = 'yyyy/MM/dd',
  'projection.dt.range' = 'NOW-${retentionDays}DAYS,NOW',
  'projection.dt.interval' = '1',
  'projection.dt.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://${bucket}/history/credential-reports/${dt}/'
)
