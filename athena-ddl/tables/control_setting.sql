CREATE EXTERNAL TABLE control_setting (
  control string,
  days string,
  reason string
)
COMMENT 'Controls that ask for other days than they come with, or are off'
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
WITH SERDEPROPERTIES ('separatorChar' = ',', 'quoteChar' = '"', 'escapeChar' = '\u0001')
STORED AS TEXTFILE
LOCATION 's3://${bucket}/controls/'
TBLPROPERTIES ('skip.header.line.count' = '1')
