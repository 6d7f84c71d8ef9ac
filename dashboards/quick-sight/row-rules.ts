import { nullable, text } from '../../athena-ddl/question';
import type { DataSet } from './data-sets';

/** Who sees rows of which accounts. */
export interface Sight {
  /** ARNs of QuickSight's users and groups that see every account. */
  readonly everything: readonly string[];
  /** Ids of accounts, and ids or paths of organizational units, by the ARN of who sees them alone. */
  readonly some: Readonly<Record<string, readonly string[]>>;
}

/**
 * QuickSight applies at most 999 rules to a user, takes a list with commas for its values, and cuts a text off after 2,047
 * characters: 150 ids of 12 digits with their commas are 1,949.
 */
const accountsOfRule = 150;

/**
 * The dataset of rules: who sees which accounts, without an account all of them. The units' accounts are those of the newest
 * list, so that one that joins or moves needs no deployment. Whom no row names sees nothing.
 */
export function rowRules({ everything, some }: Sight): DataSet {
  const named = Object.entries(some).flatMap(([principal, places]) =>
    places.map((place) => `(${quoted(principal)}, ${quoted(place)})`),
  );
  const all = everything.map((principal) => `(${quoted(principal)})`);
  const parts = [
    `SELECT\n  ${principalColumns},\n  array_join(array_sort(array_agg(account_id)), ',') AS account_id
FROM numbered
GROUP BY principal, number - number % ${accountsOfRule}`,
    ...(all.length === 0
      ? []
      : [
          `SELECT\n  ${principalColumns},\n  cast(NULL AS varchar) AS account_id\nFROM (VALUES ${all.join(', ')}) AS free (principal)`,
        ]),
  ];
  return {
    id: 'row-rules',
    title: 'Who sees which accounts',
    query: 'row_rules',
    sql: `WITH
named AS (
  SELECT principal, place
  FROM (
    VALUES
      ${named.join(',\n      ')}
  ) AS configured (principal, place)
),
seen AS (
  SELECT principal, place AS account_id
  FROM named
  WHERE place NOT LIKE 'Root/%' AND place NOT LIKE 'ou-%'
  UNION
  SELECT n.principal, a.account_id
  FROM named AS n
  JOIN latest_account AS a
    ON substr(a.ou_path || '/', 1, length(n.place) + 1) = n.place || '/'
    OR strpos(a.ou_ids, '"' || n.place || '"') > 0
),
numbered AS (
  SELECT principal, account_id, row_number() OVER (PARTITION BY principal ORDER BY account_id) - 1 AS number
  FROM seen
)
${parts.join('\nUNION ALL\n')}`,
    columns: {
      UserARN: nullable(text('User')),
      GroupARN: nullable(text('Group')),
      account_id: nullable(text('Account id')),
    },
  };
}

/** QuickSight knows these columns by their names. */
const principalColumns = [
  `CASE WHEN split_part(principal, ':', 6) LIKE 'user/%' THEN principal END AS "UserARN"`,
  `CASE WHEN split_part(principal, ':', 6) LIKE 'group/%' THEN principal END AS "GroupARN"`,
].join(',\n  ');

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
