-- How much of what each benchmark asks about credentials passes today; accounts without a report have not passed.
SELECT
  benchmark,
  passed_percent,
  controls,
  controls_left_out,
  accounts,
  accounts_without_data,
  results,
  passed,
  excepted,
  failed,
  no_data
FROM latest_benchmark_result
ORDER BY benchmark DESC
