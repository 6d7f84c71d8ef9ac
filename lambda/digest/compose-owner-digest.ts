import type { DigestRow, OwnersRow } from '../../athena-ddl/questions/digest';
import { foreign, type Document, type Line } from '../shared/messages/document';
import type { DigestPeriod } from './period';
import { gapLine } from './sections/coverage';
import { bySeverity, severities } from './severities';
import { counted } from '../shared/text/counted';
import { findingLine, namedQuery, savedQuery } from './words';

/** An owner as an account tag names it. */
export interface Owner {
  readonly tagKey: string;
  readonly value: string;
}

/** What an owner's mail is made of. */
export interface OwnerRows {
  /** Of `digest_owners`: every account, with its open findings. */
  readonly owned: readonly OwnersRow[];
  /** Of `digest_gaps`: no finding of an account without a report is no good news. */
  readonly gaps: readonly DigestRow<'digest_gaps'>[];
}

/** The accounts of one owner without a report, and the open findings, the worst first; it says so when there is none. */
export function composeOwnerDigest({ owned, gaps }: OwnerRows, owner: Owner, { id }: DigestPeriod): Document {
  const mine = owned.filter((row) => tagsOf(row)[owner.tagKey] === owner.value);
  const accounts = new Set(mine.map((row) => row.account_id));
  const findings = mine.flatMap(findingsOf);
  const of = (severity: string) => findings.filter((row) => row.severity === severity);
  const silent = gaps.filter((row) => accounts.has(row.account_id));
  const open =
    findings.length === 0 ? 'no open finding above info' : counted(findings.length, 'open finding');
  const tag: Line = [`tagged ${owner.tagKey} = `, foreign(owner.value)];
  return {
    title: `Credential report ${id}: ${
      accounts.size === 0 ? 'no account has your tag' : `${open} in your accounts`
    }${silent.length === 0 ? '' : `, ${counted(silent.length, 'account')} without a report`}`,
    lead:
      accounts.size === 0
        ? ['The lists of accounts of the last 7 days have no account ', ...tag, '.']
        : [
            `For ${counted(accounts.size, 'account')} `,
            ...tag,
            `: ${open}${findings.length === 0 ? '' : `, ${bySeverity((severity) => of(severity).length)}`}.`,
          ],
    sections: [
      {
        heading: 'without a report of today',
        lines: silent.map(gapLine),
        seeAll: savedQuery('coverage_today'),
      },
      ...severities.map((severity) => ({
        heading: severity,
        lines: of(severity).map(findingLine),
        seeAll: namedQuery('digest_owners'),
      })),
    ].filter(({ lines }) => lines.length > 0),
    footer: 'An account belongs to you by its tag in AWS Organizations.',
  };
}

/** None of the row that an account without findings has. */
function findingsOf({ control, severity, user_name, evidence, ...account }: OwnersRow) {
  if (control === null) return [];
  return [{ ...account, control, severity, user_name: user_name ?? '', evidence: evidence ?? '' }];
}

/** Nothing where the list of accounts has none. */
function tagsOf({ tags: text }: OwnersRow): Readonly<Record<string, unknown>> {
  const tags: unknown = text === null || text === '' ? undefined : JSON.parse(text);
  return typeof tags === 'object' && tags !== null ? (tags as Record<string, unknown>) : {};
}
