CREATE EXTERNAL TABLE exception (
  account_id string,
  user_name string,
  control string,
  reason string,
  approved_by string,
  expires_on string
)
COMMENT 'Findings that may stay until a day; * stands for every account, user or control'
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
WITH SERDEPROPERTIES ('separatorChar' = ',', 'quoteChar' = '"', 'escapeChar' = '\u0001')
STORED AS TEXTFILE
LOCATION 's3://${bucket}/exceptions/'
TBLPROPERTIES ('skip.header.line.count' = '1')
