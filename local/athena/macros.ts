import type { DuckDBConnection } from '@duckdb/node-api';

/** What DuckDB takes for JSON beyond the standard: a comma before an end, and numbers that are none. */
const laxJson = String.raw`,\s*[\]}]|[:\[,]\s*-?(?i:nan|inf)`;

/** JSON that Trino writes in another way: fractions, exponents, -0, and what lies beyond the basic plane. */
const otherJson = String.raw`(?:^|[:\[,])-?[0-9]+[.eE]|(?:^|[:\[,])-0|[^\x{0}-\x{FFFF}]`;

/** What `now()` is, `2026-11-22 12:00:00`: the clock's time, at most the midnight that ends the day that is today. */
export function momentOf(asOf: string, now: Date): string {
  const midnightAfter = Date.parse(`${asOf}T00:00:00Z`) + 86_400_000;
  const moment = new Date(Math.min(now.getTime(), midnightAfter));
  return moment.toISOString().replace('T', ' ').slice(0, 19);
}

/** Sets what the macros `current_date` and `now()` answer on this connection. */
export async function setToday(connection: DuckDBConnection, asOf: string, now: Date): Promise<void> {
  await connection.run(`SET VARIABLE current_date = DATE '${asOf}'`);
  await connection.run(`SET VARIABLE now = TIMESTAMP '${momentOf(asOf, now)}'`);
}

/**
 * What Athena has and DuckDB lacks, or answers differently. Where DuckDB's JSON would answer as Trino's does, it is
 * asked; the other text goes to the functions of `trino-functions.ts`.
 */
export function macros(): readonly string[] {
  // DuckDB passes over a byte order mark, and so does its binding: Trino finds no JSON behind it.
  const marked = 'starts_with(text, chr(65279))';
  const strict = `json_valid(text) AND NOT ${marked} AND NOT regexp_matches(text, '${laxJson}')`;
  return [
    `CREATE MACRO current_date() AS getvariable('current_date')::DATE`,
    `CREATE MACRO now() AS getvariable('now')::TIMESTAMP`,
    `CREATE MACRO json_extract_scalar(text, path) AS
       CASE
         WHEN ${strict} THEN
           CASE
             WHEN json_type(text, path) IN ('VARCHAR', 'BOOLEAN', 'UBIGINT') THEN json_extract_string(text, path)
             WHEN json_type(text, path) IN ('BIGINT', 'DOUBLE') THEN trino_json_extract_scalar(text, path)
           END
         WHEN NOT ${marked} THEN trino_json_extract_scalar(text, path)
       END`,
    // Shadows DuckDB's own, which it calls by its full name.
    `CREATE MACRO json_extract(text, path) AS
       CASE
         WHEN ${strict} THEN
           CASE
             WHEN regexp_matches(system.main.json_extract(text, path)::VARCHAR, '${otherJson}') THEN trino_json_extract(text, path)
             ELSE system.main.json_extract(text, path)::VARCHAR
           END
         WHEN NOT ${marked} THEN trino_json_extract(text, path)
       END`,
    `CREATE MACRO json_format(json) AS json`,
    // Past the end Athena answers NULL, and so it does where nothing matches.
    `CREATE MACRO split_part(text, separator, part) AS string_split(text, separator)[part]`,
    `CREATE MACRO regexp_extract(text, pattern, part) AS
       coalesce(nullif(system.main.regexp_extract(text, pattern, part), ''), CASE WHEN regexp_matches(text, pattern) THEN '' END)`,
    // DuckDB's own knows no `+`, and no bytes that are no UTF-8.
    `CREATE MACRO url_decode(text) AS
       CASE
         WHEN NOT contains(text, '%') AND NOT contains(text, '+') THEN text
         WHEN regexp_full_match(text, '(?:[^%]|%[0-7][0-9a-fA-F])*') THEN system.main.url_decode(replace(text, '+', ' '))
         ELSE trino_url_decode(text)
       END`,
    // In Athena a NULL among the arguments decides, and nothing but NULL counts as 0.
    ...['greatest', 'least'].map(
      (name) => `CREATE MACRO ${name}
        (a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.${name}(a, b) END,
        (a, b, c) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL THEN system.main.${name}(a, b, c) END`,
    ),
    // The one form that days have; Athena's other letters mean something else to DuckDB.
    `CREATE MACRO date_format(moment, format) AS
       CASE WHEN format = '%Y/%m/%d' THEN strftime(moment, format) ELSE error('date_format knows %Y/%m/%d alone') END`,
    // Of a list; DuckDB's own is of a map.
    `CREATE MACRO cardinality(list) AS len(list)`,
    `CREATE MACRO element_at(list, place) AS list_extract(list, place)`,
    `CREATE MACRO slice(list, start, length) AS list_slice(list, start, start + length - 1)`,
    `CREATE MACRO array_join(list, separator) AS array_to_string(list, separator)`,
    `CREATE MACRO count_if(condition) AS count(CASE WHEN condition THEN 1 END)`,
    // DuckDB's own pass over rows whose first argument is NULL, and answer what another row has.
    `CREATE MACRO max_by
       (answer, place) AS arg_max_null(answer, place),
       (answer, place, count) AS arg_max(answer, place, count)`,
    `CREATE MACRO min_by
       (answer, place) AS arg_min_null(answer, place),
       (answer, place, count) AS arg_min(answer, place, count)`,
  ];
}
