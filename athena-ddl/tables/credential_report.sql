CREATE EXTERNAL TABLE credential_report (
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
  additional_credentials_info string
)
COMMENT 'IAM credential reports as AWS wrote them, one row per user'
PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
WITH SERDEPROPERTIES ('separatorChar' = ',', 'quoteChar' = '"', 'escapeChar' = '\u0001')
STORED AS TEXTFILE
LOCATION 's3://${bucket}/credential-reports/'
TBLPROPERTIES (
  'skip.header.line.count' = '1',
  'projection.enabled' = 'true',
  'projection.dt.type' = 'date',
  'projection.dt.format' = 'yyyy/MM/dd',
  'projection.dt.range' = 'NOW-${retentionDays}DAYS,NOW',
  'projection.dt.interval' = '1',
  'projection.dt.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://${bucket}/credential-reports/${dt}/'
)
