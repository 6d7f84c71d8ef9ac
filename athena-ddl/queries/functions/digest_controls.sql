-- What each control weighs, what to do first where it fails, and AWS's page about it, for the messages that name it.
SELECT
  control,
  severity,
  first_step,
  link
FROM control
ORDER BY severity_rank, control
