import type { DigestRow, OwnersRow } from '../../athena-ddl/questions/digest';
import { foreign, foreignSentence, type Document, type Group, type Line } from '../shared/messages/document';
import { counted } from '../shared/text/counted';
import { pageOf, type MessageContext } from '../shared/messages/message-context';
import { digestTitle } from './digest-title';
import { fewOrCounted, kindsOf } from './few-or-counted';
import type { DigestPeriod } from './period';
import { controlHead, type Control } from './sections/controls';
import { silentGroups } from './sections/silent';
import { bySeverity } from './severities';
import { namedQuery, ownedOf } from './words';

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
  /** Of `digest_controls`: what to do. */
  readonly controls: readonly Control[];
}

/** An owner acts on each finding: more of them stand in the mail than in a digest. */
const limits = { most: 25, first: 24 };

/** The accounts of one owner without a report, and the open findings with what to do, the worst first; it says so when there is none. */
export function composeOwnerDigest(
  { owned, gaps, controls }: OwnerRows,
  owner: Owner,
  period: DigestPeriod,
  context: MessageContext,
): Document {
  const mine = owned.filter((row) => tagsOf(row)[owner.tagKey] === owner.value);
  const accounts = new Set(mine.map((row) => row.account_id));
  const findings = mine.flatMap(findingsOf);
  const of = (severity: string) => findings.filter((row) => row.severity === severity);
  const silent = gaps.filter((row) => accounts.has(row.account_id));
  const open =
    findings.length === 0 ? 'no open finding above info' : counted(findings.length, 'open finding');
  const tag: Line = [`tagged ${owner.tagKey} = `, foreign(owner.value)];
  const lines = [...silentGroups(silent, context), ...findingGroups(findings, controls, context)];
  return {
    title: digestTitle(period, context, [
      accounts.size === 0 ? 'no account has your tag' : `${open} in your accounts`,
      ...(silent.length === 0 ? [] : [counted(silent.length, 'silent account')]),
    ]),
    lead:
      accounts.size === 0
        ? ['The lists of accounts of the last 7 days have no account ', ...tag, '.']
        : [
            `For ${counted(accounts.size, 'account')} `,
            ...tag,
            `: ${open}${findings.length === 0 ? '' : `, ${bySeverity((severity) => of(severity).length)}`}.`,
          ],
    sections:
      lines.length === 0 ? [] : [{ heading: 'What to do', lines, seeAll: namedQuery('digest_owners') }],
    footer: 'An account belongs to you by its tag in AWS Organizations.',
  };
}

type Finding = ReturnType<typeof findingsOf>[number];

/** By what is to do about them, in the order of the rows: the worst first. */
function findingGroups(
  findings: readonly Finding[],
  controls: readonly Control[],
  context: MessageContext,
): Group[] {
  return kindsOf(findings, ({ severity, control }) => `${severity} ${control}`).map((alike) => ({
    head: controlHead(alike[0]?.control ?? '', alike[0]?.severity ?? '', controls),
    lines: fewOrCounted(alike, (row) => findingLine(row, context), namedQuery('digest_owners'), limits),
  }));
}

function findingLine(row: Finding, context: MessageContext): Line {
  return [...ownedOf(row), '; ', foreignSentence(row.evidence), ...pageOf(row, context)];
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
