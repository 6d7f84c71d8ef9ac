import type { DigestRows } from '../../../athena-ddl/questions/digest';
import type { Line, Section } from '../../shared/messages/document';
import { accountsOf, few, kindsOf, named } from '../few-or-counted';
import type { DigestPeriod } from '../period';
import { bySeverity, severities } from '../severities';
import { findingKey, namedQuery, savedQuery, userKey, userOf, type UserRow } from '../words';
import { leftAccountLines } from './left-accounts';
import { userChangeLines, type Change, type FindingChange } from './user-changes';
import { readableNumber } from '../../shared/text/counted';

/**
 * What came and went since the report that the period compares with, a line for each user; what happened to many users is
 * counted. A critical finding stands under what to act on, and a resolved one is reported by the change that resolved it. None, no section.
 */
export function changesSections(rows: DigestRows, { days }: DigestPeriod): Section[] {
  const changes = rows.digest_changes.filter((row) => row.days_ago < days);
  const came = findingsOf(rows.digest_finding_changes, 'new', days);
  const went = findingsOf(rows.digest_finding_changes, 'resolved', days);
  const critical = new Set(rows.digest_critical.map(findingKey));
  const news = came.filter((row) => !critical.has(findingKey(row)));
  const [fewNews, manyNews] = byNumber(news, (row) => `${row.severity} ${row.control}`);
  const changed = new Set(changes.map(userKey));
  const isExplained = (row: FindingChange) => changed.has(userKey(row));
  const [fewWent, manyWent] = byNumber(
    went.filter((row) => !isExplained(row)),
    (row) => `${row.severity} ${row.control}`,
  );
  const [fewChanges, manyChanges] = byNumber(changes, ({ change }) => change);
  const lines: Line[] = [
    ...(came.length + went.length > 0 ? [[totalText(came, went)]] : []),
    ...manyNews.map((kind) => findingsLine('new', kind)),
    ...userChangeLines({
      news: fewNews,
      changes: fewChanges,
      explained: went.filter(isExplained),
      unexplained: fewWent,
    }),
    ...manyWent.map((kind) => findingsLine('resolved', kind)),
    ...manyChanges.map(changesLine),
    ...leftAccountLines(rows.digest_left_accounts.filter((row) => row.days_ago < days)),
  ];
  const since = days === 1 ? 'yesterday' : `${days} days ago`;
  const seeAll = savedQuery('changes_of_the_week');
  return lines.length === 0 ? [] : [{ heading: `Changed since ${since}`, lines, seeAll }];
}

/** The worst first. */
function findingsOf(rows: readonly FindingChange[], change: string, days: number): FindingChange[] {
  return severities.flatMap((severity) =>
    rows.filter((row) => row.days === days && row.change === change && row.severity === severity),
  );
}

/** Rows of kinds that few have, and the kinds that many have. */
function byNumber<Row>(rows: readonly Row[], kindOf: (row: Row) => string): [Row[], (readonly Row[])[]] {
  const kinds = kindsOf(rows, kindOf);
  return [kinds.filter((kind) => kind.length <= few).flat(), kinds.filter((kind) => kind.length > few)];
}

function totalText(came: readonly FindingChange[], went: readonly FindingChange[]): string {
  const counts = (rows: readonly FindingChange[]) =>
    bySeverity((severity) => rows.filter((row) => row.severity === severity).length);
  return `Findings: new ${counts(came)}; resolved ${counts(went)}`;
}

function findingsLine(word: 'new' | 'resolved', kind: readonly FindingChange[]): Line {
  const [first] = kind;
  return [
    `${word} ${first?.severity} ${first?.control}: ${readableNumber(kind.length)} ${accountsOf(kind)} (${namedQuery('digest_finding_changes')}), such as `,
    ...examples(kind),
  ];
}

function changesLine(kind: readonly Change[]): Line {
  return [
    `${kind[0]?.change.replaceAll('_', ' ')}: ${readableNumber(kind.length)} ${accountsOf(kind)} (${savedQuery('changes_of_the_week')}), such as `,
    ...examples(kind),
  ];
}

/** The first of its users, each once. */
function examples(rows: readonly UserRow[]): Line {
  const users = kindsOf(rows, userKey).flatMap(([row]) => row ?? []);
  return users.slice(0, named).flatMap((row, at) => [...(at === 0 ? [] : [', ']), ...userOf(row)]);
}
