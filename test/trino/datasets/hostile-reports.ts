import { report } from '../../local/athena/report-text';

type Change = (line: string) => string | Buffer;

/** What is wrong with a report, by an account's name: a line of it as it should be, and what is there instead. */
const lines: Readonly<Record<string, Change>> = {
  UnclosedQuoteFirst: (line) => `"${line}`,
  UnclosedQuoteLast: (line) => line.replace(/,N\/A$/, ',"N/A'),
  UnclosedQuoteTwice: (line) =>
    `"${line}\n${line.replace('anna', 'second')}\n"${line.replace('anna', 'third')}`,
  StrayQuote: (line) => line.replace('anna', 'an"na'),
  StrayQuotes: (line) => line.replace('anna', 'a"n"na'),
  QuoteBehindQuoted: (line) => line.replace('anna', '"an"na'),
  QuotedField: (line) => line.replace('anna', '"anna"'),
  QuotedComma: (line) => line.replaceAll('anna', '"an,na"'),
  QuotedQuotes: (line) => line.replace('anna', '"an""na"'),
  QuotedNothing: (line) => line.replace('anna', '""'),
  QuotedSpaces: (line) => line.replace('anna', ' "anna" '),
  Spaces: (line) => line.replace('anna', ' anna '),
  ApostropheQuotes: (line) => line.replace('anna', "'anna'"),
  Backslash: (line) => line.replace(':user/', ':user/a\\b/'),
  BackslashTwice: (line) => line.replace(':user/', ':user/a\\\\b/'),
  BackslashQuote: (line) => line.replace(':user/', ':user/a\\"b/'),
  BackslashInQuotes: (line) =>
    line.replace(/arn:[^,]*/, (arn) => `"${arn.replace(':user/', ':user/a\\b,"",/')}"`),
  BackslashComma: (line) => line.replace('anna', 'an\\,na'),
  BackslashLast: (line) => `${line}\\`,
  ControlOne: (line) => line.replace('anna', 'an\u0001na'),
  ControlAtStart: (line) => `\u0001${line}`,
  ControlNul: (line) => line.replace('anna', 'an\u0000na'),
  ControlTab: (line) => line.replace('anna', 'an\tna'),
  FormFeed: (line) => line.replace('anna', 'an\fna'),
  VerticalTab: (line) => line.replace('anna', 'an\vna'),
  NextLine: (line) => line.replace('anna', 'an\u0085na'),
  LineSeparator: (line) => line.replace('anna', 'an\u2028na'),
  CarriageReturnWithin: (line) => line.replace('anna', 'an\rna'),
  CrlfWithin: (line) => line.replace('anna', 'an\r\nna'),
  CrlfQuoted: (line) => line.replace('anna', '"an\r\nna"'),
  NewlineQuoted: (line) => line.replace('anna', '"an\nna"'),
  Crlf: (line) => `${line}\r`,
  BadByte: (line) => Buffer.from(line.replace('anna', 'an\u00ffna'), 'latin1'),
  BadByteCut: (line) => Buffer.concat([Buffer.from(line), Buffer.from([0xe2, 0x82])]),
  BadByteLong: (line) => withBytes(line, [0xc0, 0xaf]),
  BadByteSurrogate: (line) => withBytes(line, [0xed, 0xa0, 0xbd]),
  BadByteTooHigh: (line) => withBytes(line, [0xf5, 0x80, 0x80, 0x80]),
  Emoji: (line) => line.replaceAll('anna', 'an\u{1f600}na'),
  Combining: (line) => line.replaceAll('anna', 'a\u0308nna'),
  Field24: (line) => `${line},N/A,more`,
  Field24Empty: (line) => `${line},N/A,`,
  Field23: (line) => `${line},{"access_keys":2}`,
  Field23Empty: (line) => `${line},`,
  Fields21: (line) => line.replace(/,[^,]*$/, ''),
  Fields20: (line) => line.replace(/,[^,]*,[^,]*$/, ''),
  OneField: () => 'anna',
  BlankLine: (line) => `\n${line}`,
  BlankLines: (line) => `${line}\n\n\n`,
  SpaceLine: (line) => `  \n${line}`,
  CommasOnly: () => ','.repeat(21),
  BooleanWords: (line) => line.replace(',false,', ',TRUE,').replace(',false,', ',True,'),
  BooleanSpace: (line) => line.replace(',false,', ',false ,'),
  Hour24: (line) => line.replace('T00:00:00Z', 'T24:00:00Z'),
  Second60: (line) => line.replace('T00:00:00Z', 'T23:59:60Z'),
  Fraction: (line) => line.replace('T00:00:00Z', 'T00:00:00.123Z'),
  Zone0000: (line) => line.replace('T00:00:00Z', 'T00:00:00+0000'),
  ZoneSmall: (line) => line.replace('T00:00:00Z', 'T00:00:00z'),
  ZoneZero: (line) => line.replace('T00:00:00Z', 'T00:00:00+00:00'),
  SmallT: (line) => line.replace('T00:00:00Z', 't00:00:00Z'),
  SpaceForT: (line) => line.replace('T00:00:00Z', ' 00:00:00Z'),
  Year0000: (line) => line.replace('2026-01-01T', '0000-01-01T'),
  Year0001: (line) => line.replace('2026-01-01T', '0001-01-01T'),
  Year1582: (line) => line.replace('2026-01-01T', '1582-10-10T'),
  Year9999: (line) => line.replace('2026-01-01T', '9999-12-31T'),
  YearMinus: (line) => line.replace('2026-01-01T', '-026-01-01T'),
  Month13: (line) => line.replace('2026-01-01T', '2026-13-01T'),
  Month0: (line) => line.replace('2026-01-01T', '2026-00-01T'),
  ShortMonth: (line) => line.replace('2026-01-01T00:00:00Z', '2026-1-01T00:00:00ZZ'),
  ShortHour: (line) => line.replace('T00:00:00Z', 'T0:00:00Z'),
  SlashDay: (line) => line.replace('2026-01-01T', '2026/01/01T'),
  SpaceBefore: (line) => line.replace('2026-01-01T', ' 2026-01-01T'),
  Sentinels: (line) => line.replace('2026-01-01T00:00:00Z', 'n/a'),
  SentinelSpace: (line) => line.replace('2026-01-01T00:00:00Z', 'N/A '),
  ArabicDigits: (line) => line.replace('2026-01-01T', '\u0662\u0660\u0662\u0666-01-01T'),
  ArnUpper: (line) => line.replace('arn:aws', 'ARN:aws'),
  ArnPath: (line) => line.replace(':user/', ':user/a:b/c d/'),
  ArnNoMore: (line) => line.replace(/arn:[^,]*/, 'arn:aws:iam'),
  NameOfSpaces: (line) => line.replace('anna', '   '),
};

function withBytes(line: string, bytes: readonly number[]): Buffer {
  const [before = '', after = ''] = line.split('anna', 2);
  return Buffer.concat([
    Buffer.from(before),
    Buffer.from(bytes),
    Buffer.from(after),
    Buffer.from(line.slice(before.length + 4 + after.length)),
  ]);
}

/** Whole objects that are not as they should be. */
const wholes: Readonly<Record<string, (whole: string) => string | Buffer>> = {
  EmptyObject: () => '',
  OneNewline: () => '\n',
  HeaderOnly: (whole) => whole.split('\n')[0] ?? '',
  HeaderAndNewline: (whole) => `${whole.split('\n')[0]}\n`,
  NoHeader: (whole) => whole.slice(whole.indexOf('\n') + 1),
  HeaderTwice: (whole) => `${whole.split('\n')[0]}\n${whole}`,
  ByteOrderMark: (whole) => `\ufeff${whole}`,
  AllCrlf: (whole) => whole.replaceAll('\n', '\r\n'),
  AllCr: (whole) => whole.replaceAll('\n', '\r'),
  NewlineAtEnd: (whole) => `${whole}\n`,
  Utf16: (whole) => Buffer.from(whole, 'utf16le'),
  NoCsv: () => '<html><body>Access Denied</body></html>',
  QuotedHeader: (whole) => whole.replace('user,arn', '"user","arn"'),
  UnclosedHeader: (whole) => `"${whole}`,
};

/** A report for each of the above, of an account of its own that has the kind for its name. */
export function hostileReports(): readonly {
  readonly id: string;
  readonly name: string;
  readonly body: string | Buffer;
}[] {
  const ofLines = Object.entries(lines).map(
    ([name, change]) => [name, (whole: string) => inTheMiddle(whole, change)] as const,
  );
  return [...ofLines, ...Object.entries(wholes)].map(([name, change], i) => {
    const id = String(300_000_000_000 + i);
    const whole = report(
      id,
      { user: '<root_account>' },
      { user: 'anna' },
      { user: 'zoe', mfa_active: 'true' },
    );
    return { id, name, body: change(whole) };
  });
}

/** Changes anna's line: root's is before, zoe's is behind it. */
function inTheMiddle(whole: string, change: Change): Buffer {
  const [header = '', root = '', anna = '', zoe = ''] = whole.split('\n');
  return Buffer.concat([Buffer.from(`${header}\n${root}\n`), bytesOf(change(anna)), Buffer.from(`\n${zoe}`)]);
}

function bytesOf(text: string | Buffer): Buffer {
  return typeof text === 'string' ? Buffer.from(text) : text;
}
