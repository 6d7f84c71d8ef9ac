import type { DigestRow } from '../../../athena-ddl/questions/digest';
import { foreign, foreignSentence, type Line } from '../../shared/messages/document';
import { kindsOf } from '../few-or-counted';
import { userKey, userOf, type UserRow } from '../words';

export type Change = DigestRow<'digest_changes'>;
export type FindingChange = DigestRow<'digest_finding_changes'>;

export interface UserChanges {
  /** New findings, the worst first. */
  readonly news: readonly FindingChange[];
  readonly changes: readonly Change[];
  /** Resolved findings of those who changed: of whoever has a line, it says so. */
  readonly explained: readonly FindingChange[];
  /** The others, of which only their evidence tells why. */
  readonly unexplained: readonly FindingChange[];
}

/** A line for each user: what happened, which findings that made, and which it resolved; whose findings are worse comes first. */
export function userChangeLines({ news, changes, explained, unexplained }: UserChanges): Line[] {
  const users = kindsOf<UserRow>([...news, ...changes, ...unexplained], userKey);
  return users.flatMap(([user]) => {
    if (user === undefined) return [];
    const own = <Row extends UserRow>(rows: readonly Row[]) =>
      rows.filter((row) => userKey(row) === userKey(user));
    const parts = [
      ...kindsOf(own(changes), ({ report_date: day }) => day).map(dayPart),
      ...own(news).map((row) => newPart(row, own(changes))),
      ...explainedParts(own(explained)),
      ...own(unexplained).map(unexplainedPart),
    ];
    return [[...userOf(user), ': ', ...parts.flatMap((part, at) => (at === 0 ? part : ['; ', ...part]))]];
  });
}

/** What happened on a day. */
function dayPart(rows: readonly Change[]): Line {
  return [
    ...rows.flatMap(({ evidence }, at) => [...(at === 0 ? [] : [', ']), foreignSentence(evidence)]),
    ` (${rows[0]?.report_date})`,
  ];
}

/** Without its evidence where that begins as a change does that is named before it. */
function newPart(
  { severity, control, key_id: key, evidence, status }: FindingChange,
  changes: readonly Change[],
): Line {
  const isNamed = changes.some((change) => evidence.startsWith(change.evidence));
  return [
    `new ${severity} ${control}`,
    ...(key === null ? [] : [' of ', foreign(key)]),
    ...(isNamed ? [] : [', ', foreignSentence(evidence)]),
    // It was there before, and covered by an exception.
    ...(status === 'exception_expired' ? ['; its exception expired'] : []),
  ];
}

function explainedParts(rows: readonly FindingChange[]): Line[] {
  if (rows.length === 0) return [];
  return [
    [`resolved ${[...new Set(rows.map(({ severity, control }) => `${severity} ${control}`))].join(', ')}`],
  ];
}

/** Its evidence is that of the report before. */
function unexplainedPart({ severity, control, evidence }: FindingChange): Line {
  return [`resolved ${severity} ${control}, before: `, foreignSentence(evidence)];
}
