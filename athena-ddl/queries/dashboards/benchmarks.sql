-- How much of what each benchmark asks about credentials passes, the newest benchmark first; accounts without a report have not passed.
SELECT
  benchmark,
  passed_percent,
  passed,
  failed,
  excepted,
  no_data,
  controls,
  controls_left_out,
  accounts,
  accounts_without_data
FROM latest_benchmark_result
ORDER BY benchmark DESC
