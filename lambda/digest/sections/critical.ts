import type { DigestRow, DigestRows } from '../../../athena-ddl/questions/digest';
import { foreignSentence, type Group, type Line } from '../../shared/messages/document';
import { pageOf, type MessageContext } from '../../shared/messages/message-context';
import { fewOrCounted, kindsOf } from '../few-or-counted';
import { findingKey, namedQuery, ownedOf, userKey } from '../words';
import { controlHead } from './controls';

type Finding = DigestRow<'digest_critical'>;

/** How long a finding is there, the newest first. */
const ages = [
  'new since yesterday',
  'new within a week',
  'open for a day or more',
  'open for a week or more',
] as const;
type Age = (typeof ages)[number] | undefined;

/** Every open critical finding, however old, by what is to do about it; of each control the newest first. */
export function criticalGroups(rows: DigestRows, context: MessageContext): Group[] {
  // Before there are reports of that day everything would be new.
  const compared = new Set(rows.digest_numbers.map(({ days_ago }) => days_ago));
  const changes = new Map(
    rows.digest_finding_changes
      .filter(({ days }) => compared.has(days))
      .map((row) => [`${row.days} ${findingKey(row)}`, row.change]),
  );
  const aged = rows.digest_critical.map((row) => ({ ...row, age: ageOf(row, changes) }));
  return kindsOf(aged, ({ control }) => control).map((findings) => ({
    head: controlHead(findings[0]?.control ?? '', 'critical', rows.digest_controls),
    lines: fewOrCounted(
      findings.toSorted((one, other) => placeOf(one.age) - placeOf(other.age)),
      (row) => criticalLine(row, row.age, rows.digest_keys, context),
      namedQuery('digest_critical'),
    ),
  }));
}

function criticalLine(
  row: Finding,
  age: Age,
  keys: readonly DigestRow<'digest_keys'>[],
  context: MessageContext,
): Line {
  // AWS tells which user it is, the triage which of the user's keys and what is known of its use.
  const key = keys.find((one) => row.control === 'key-quarantined' && userKey(one) === userKey(row));
  return [
    ...ownedOf({ ...row, key_id: key?.key_id ?? row.key_id }),
    ...(age === undefined ? [] : [`, ${age}`]),
    '; ',
    foreignSentence(key?.reason ?? row.evidence),
    ...pageOf(row, context),
  ];
}

/** Undefined where no earlier report could judge it. */
function ageOf(row: Finding, changes: ReadonlyMap<string, string>): Age {
  const since = (days: number) => changes.get(`${days} ${findingKey(row)}`);
  if (since(7) === 'unchanged') return 'open for a week or more';
  if (since(1) === 'new') return 'new since yesterday';
  if (since(7) === 'new') return 'new within a week';
  // A week ago nobody could judge it, as when facts began since.
  return since(1) === 'unchanged' ? 'open for a day or more' : undefined;
}

function placeOf(age: Age): number {
  return age === undefined ? ages.length : ages.indexOf(age);
}
