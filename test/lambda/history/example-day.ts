import { historySources, type HistorySource } from '../../../lambda/report/history-source';
import { prefixes } from '../../../lambda/report/object-key';
import { recordedReport, report } from '../../local/athena/report-text';

/** The day of the examples. */
export const day = '2026/11/22';

/** @throws Error for a name that no source has */
export function sourceOf(name: string): HistorySource {
  const found = historySources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`there is no source ${name}`);
  return found;
}

export const reports = sourceOf(prefixes.reports);
export const runs = sourceOf(prefixes.runs);

export const goodKey = `${prefixes.reports}/${day}/100000000001-Good.csv`;
export const oddKey = `${prefixes.reports}/${day}/100000000002-Odd=20one.csv`;
export const runKey = `${prefixes.runs}/${day}/100000000001.json`;

const id = '100000000002';
const [header = '', line = ''] = report(id, { user: 'odd' }).split('\n');

/** Lines that Athena reads in ways of their own, and bytes that are no text. */
const oddReport = Buffer.concat([
  Buffer.from(
    [
      `\ufeff${header}`,
      line,
      '',
      line.replace('odd,', '"odd,'),
      line.replace('odd,', '"o,d""d",'),
      line.replace('user/odd', 'user/o"dd'),
      line.replace('user/odd', 'user/a\\b/odd'),
      line.replace('odd,', 'o\u0001dd,'),
      line.replace('odd,', 'o\0dd,'),
      line.replace('odd,', 'österreich \u{1f511} \ufeff \ufffd,'),
      `${line},23rd,24th`,
      line.slice(0, 60),
      `\ufeff${line}`,
      '\u0002\u0003\u0002',
      '',
    ].join('\n'),
  ),
  Buffer.from(`${line}\r${line}\r\n`),
  Buffer.from(line.replace('odd,', '\xff\xe2\x82odd,'), 'latin1'),
  Buffer.from(`\n${line.replace('odd,', '\xed\xa0\xbd\xed\xb8\x80,')}`, 'latin1'),
]);

/** A day of two sources; the list of accounts is missing. */
export const exampleDay: Readonly<Record<string, string | Buffer>> = {
  [goodKey]: recordedReport('live-2026-09-11'),
  [oddKey]: oddReport,
  [`${prefixes.reports}/${day}/deep/er.csv`]: `${header}\n${line}`,
  [`${prefixes.reports}/${day}/100000000003-.csv`]: '',
  // Passed over by Athena.
  [`${prefixes.reports}/${day}/_SUCCESS`]: 'x\ny',
  [`${prefixes.reports}/${day}/.part/x.csv`]: 'x\ny',
  [runKey]: '{"account_id":"100000000001"}\n',
  [`${prefixes.runs}/${day}/100000000002.json`]: Buffer.from('{"a":"\xff\u0001"}\n\\N\n\n{', 'latin1'),
  // Another day.
  [`${prefixes.reports}/2026/11/21/100000000001-Good.csv`]: `${header}\n${line}`,
};
