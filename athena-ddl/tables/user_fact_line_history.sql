CREATE EXTERNAL TABLE user_fact_line_history (
  line string,
  object_path string,
  line_base64 string
)
COMMENT 'Past days of user_fact_line, one JSON text per fact, and one row of each day that says that it is written'
PARTITIONED BY (dt string)
STORED AS PARQUET
LOCATION 's3://${bucket}/history/user-facts/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.dt.type' = 'date',
  'projection.dt.format' = 'yyyy/MM/dd',
  'projection.dt.range' = 'NOW-${retentionDays}DAYS,NOW',
  'projection.dt.interval' = '1',
  'projection.dt.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://${bucket}/history/user-facts/${dt}/'
)
