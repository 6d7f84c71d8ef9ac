import type { LocalAthena } from '../../local/athena';
import { openData } from '../open-data';
import type { Terminal } from '../terminal';

/** A statement of a policy that a user has, by itself or by a group. */
export interface GrantedStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** Of a statement with `NotAction`. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly hasCondition: boolean;
}

/** What the facts beside an account's newest report say of a user's rights. */
export interface Grants {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly statements: readonly GrantedStatement[];
  /** Names of AWS's own policies that the user has: facts hold no statement of them. */
  readonly awsPolicies: readonly string[];
  /** Names of the account's policies that the user has, and of which no statement was read. */
  readonly unreadPolicies: readonly string[];
}

type Row = Readonly<Record<string, string | boolean | null>>;

/** The rights of a user; undefined where the facts do not know the user. @param accountId 12 digits */
export async function readGrants(
  data: string,
  accountId: string,
  userName: string,
  terminal: Terminal,
): Promise<Grants | undefined> {
  const athena = await openData({ data }, terminal);
  try {
    return grantsOf(await rowsOf(athena, accountId), userName);
  } finally {
    athena.close();
  }
}

const columns = [
  'day',
  'fact',
  'user_name',
  'attached_to',
  'name',
  'policy_arn',
  'policy_name',
  'group_names',
];
const ofStatements = ['effect', 'actions', 'not_actions', 'resources', 'has_condition'];

async function rowsOf(athena: LocalAthena, accountId: string): Promise<readonly Row[]> {
  const names = [...columns, ...ofStatements];
  const { rows } = await athena.query(
    `SELECT ${names.join(', ')} FROM (
      SELECT *, cast(report_date AS varchar) AS day, max(dt) OVER () AS newest
      FROM z_user_fact_row WHERE account_id = '${accountId}' AND is_readable
    ) AS facts WHERE dt = newest AND fact IN ('user', 'attached_policy', 'statement')`,
  );
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])) as Row);
}

function grantsOf(rows: readonly Row[], userName: string): Grants | undefined {
  const user = rows.find(({ fact, user_name: name }) => fact === 'user' && name === userName);
  if (user === undefined) return undefined;
  const groups = listOf(user['group_names']);
  const isHeld = ({ attached_to: kind, name }: Row) =>
    kind === 'user' ? name === userName : kind === 'group' && groups.includes(String(name));
  const attached = rows.filter((row) => row['fact'] === 'attached_policy' && isHeld(row));
  const arns = attached.map(({ policy_arn: arn }) => arn);
  const statements = rows
    .filter(({ fact }) => fact === 'statement')
    .filter((row) => (row['policy_arn'] === null ? isHeld(row) : arns.includes(row['policy_arn'] ?? null)));
  const read = new Set(statements.map(({ policy_arn: arn }) => arn));
  return {
    day: String(user['day']),
    statements: statements.map(statementOf),
    awsPolicies: attached.filter(isOfAws).map(nameOf).sort(),
    unreadPolicies: attached
      .filter((row) => !isOfAws(row) && !read.has(row['policy_arn'] ?? null))
      .map(nameOf)
      .sort(),
  };
}

/** An account's own policies have its number in the ARN. */
const isOfAws = ({ policy_arn: arn }: Row) => String(arn).split(':')[4] === 'aws';

const nameOf = ({ policy_arn: arn }: Row) => String(arn).replace(/^.*:policy\//, '');

function statementOf(row: Row): GrantedStatement {
  return {
    effect: row['effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: listOf(row['actions']),
    notActions: listOf(row['not_actions']),
    resources: listOf(row['resources']),
    hasCondition: row['has_condition'] === true,
  };
}

function listOf(json: string | boolean | null | undefined): readonly string[] {
  return typeof json === 'string' ? (JSON.parse(json) as string[]) : [];
}
