-- One row per benchmark: of the controls here that it asks for too, each account's newest result. The percentage is of all
-- results, rounded down: what is silent, fails or stays by an exception has not passed. A control that is off or asks for
-- other days than the benchmark is left out, and counted as such.
CREATE OR REPLACE VIEW latest_benchmark_result AS
SELECT
  b.benchmark,
  count(DISTINCT r.control) AS controls,
  max(b.all_controls) - count(DISTINCT r.control) AS controls_left_out,
  count(DISTINCT r.account_id) AS accounts,
  count(DISTINCT CASE WHEN r.result = 'no data' AND r.checked IS NULL THEN r.account_id END) AS accounts_without_data,
  count(*) AS results,
  count_if(r.result = 'passed') AS passed,
  count_if(r.result = 'excepted') AS excepted,
  count_if(r.result = 'failed') AS failed,
  count_if(r.result = 'no data') AS no_data,
  cast(floor(100e0 * count_if(r.result = 'passed') / count(*)) AS integer) AS passed_percent
FROM latest_control_result AS r
CROSS JOIN (
  SELECT
    v.benchmark,
    count(CASE v.benchmark
      WHEN 'CIS AWS Foundations Benchmark 7.0' THEN z.cis_v7
      WHEN 'CIS AWS Foundations Benchmark 6.0' THEN z.cis_v6
      WHEN 'CIS AWS Foundations Benchmark 5.0' THEN z.cis_v5
      WHEN 'CIS AWS Foundations Benchmark 3.0' THEN z.cis_v3
      ELSE z.security_hub
    END) AS all_controls
  FROM z_control AS z
  CROSS JOIN (
    VALUES
      ('CIS AWS Foundations Benchmark 7.0'),
      ('CIS AWS Foundations Benchmark 6.0'),
      ('CIS AWS Foundations Benchmark 5.0'),
      ('CIS AWS Foundations Benchmark 3.0'),
      ('AWS Security Hub')
  ) AS v (benchmark)
  GROUP BY v.benchmark
) AS b
WHERE CASE b.benchmark
    WHEN 'CIS AWS Foundations Benchmark 7.0' THEN r.cis_v7
    WHEN 'CIS AWS Foundations Benchmark 6.0' THEN r.cis_v6
    WHEN 'CIS AWS Foundations Benchmark 5.0' THEN r.cis_v5
    WHEN 'CIS AWS Foundations Benchmark 3.0' THEN r.cis_v3
    ELSE r.security_hub
  END IS NOT NULL
GROUP BY b.benchmark
