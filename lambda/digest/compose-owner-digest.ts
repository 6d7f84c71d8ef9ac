import { foreign, foreignSentence, type Document, type Line } from '../message/document';
import { ownersQuery } from './contract';
import type { DigestPeriod } from './period';
import { bySeverity, severities } from './severities';
import { textOf, type TextRow } from '../athena/text-row';
import { accountOf, counted, savedQuery } from './words';

/** An owner as an account tag names it. */
export interface Owner {
  readonly tagKey: string;
  readonly value: string;
}

/** The open findings in the accounts of one owner, the worst first; the same mail says when there is none. */
export function composeOwnerDigest(
  findings: readonly TextRow[],
  owner: Owner,
  { id }: DigestPeriod,
): Document {
  const mine = findings.filter((row) => tagsOf(row)[owner.tagKey] === owner.value);
  const of = (severity: string) => mine.filter((row) => textOf(row, 'severity') === severity);
  const accounts = new Set(mine.map((row) => textOf(row, 'account_id'))).size;
  return {
    title: `Credential report ${id}: ${counted(mine.length, 'open finding')} in your accounts`,
    lead: [
      `For the accounts tagged ${owner.tagKey} = `,
      foreign(owner.value),
      `: ${counted(mine.length, 'open finding')} in ${counted(accounts, 'account')}, ${bySeverity((severity) => of(severity).length)}.`,
    ],
    sections: severities
      .map((severity) => ({
        heading: severity,
        lines: of(severity).map(findingLine),
        seeAll: savedQuery(ownersQuery),
      }))
      .filter(({ lines }) => lines.length > 0),
    footer: 'An account belongs to you by its tag in AWS Organizations.',
  };
}

function findingLine(row: TextRow): Line {
  return [
    `${textOf(row, 'control')}: `,
    foreign(textOf(row, 'user_name')),
    ' in ',
    ...accountOf(row),
    ', ',
    foreignSentence(textOf(row, 'evidence')),
  ];
}

/** Tags are a JSON object as text; nothing where the list of accounts has none. */
function tagsOf(row: TextRow): Readonly<Record<string, unknown>> {
  const text = textOf(row, 'tags');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
