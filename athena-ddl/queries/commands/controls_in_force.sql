-- Controls that are not off, the most severe first, with their words for people.
SELECT
  control,
  severity,
  asks,
  why,
  first_step,
  if_it_breaks,
  link
FROM control
WHERE NOT is_off
ORDER BY severity_rank, control
