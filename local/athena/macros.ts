/**
 * What Athena has and DuckDB lacks, or answers differently. Athena's `json_extract_scalar` is NULL for text that is
 * no JSON and for objects and arrays; DuckDB's functions fail on the former.
 */
export function macros(asOf: string, now: Date): readonly string[] {
  const midnightAfter = Date.parse(`${asOf}T00:00:00Z`) + 86_400_000;
  const moment = new Date(Math.min(now.getTime(), midnightAfter))
    .toISOString()
    .replace('T', ' ')
    .slice(0, 19);
  const valid = 'CASE WHEN json_valid(text) THEN text END';
  return [
    `CREATE MACRO current_date() AS DATE '${asOf}'`,
    `CREATE MACRO now() AS TIMESTAMP '${moment}'`,
    `CREATE MACRO json_extract_scalar(text, path) AS
       CASE WHEN json_type(${valid}, path) IN ('OBJECT', 'ARRAY') THEN NULL ELSE json_extract_string(${valid}, path) END`,
    // Shadows DuckDB's own, which it calls by its full name.
    `CREATE MACRO json_extract(text, path) AS system.main.json_extract(${valid}, path)`,
    `CREATE MACRO json_format(json) AS json::VARCHAR`,
    // In Athena a NULL among the arguments decides, and nothing but NULL counts as 0.
    ...['greatest', 'least'].map(
      (name) => `CREATE MACRO ${name}
        (a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.${name}(a, b) END,
        (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.${name}(a, b, c) END`,
    ),
    // The one form that days have; Athena's other letters mean something else to DuckDB.
    `CREATE MACRO date_format(moment, format) AS
       CASE WHEN format = '%Y/%m/%d' THEN strftime(moment, format) ELSE error('date_format knows %Y/%m/%d alone') END`,
    `CREATE MACRO count_if(condition) AS count(CASE WHEN condition THEN 1 END)`,
  ];
}
