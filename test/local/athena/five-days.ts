import { openLocalAthena } from '../../../local/athena';
import { longAfter, report } from './stored-objects';

export const id = '100000000001';
/** Yesterday and today are read from their objects. */
export const past = ['2026/11/18', '2026/11/19', '2026/11/20'] as const;
export const days = [...past, '2026/11/21', '2026/11/22'];
const odd = `collection-runs/2026/11/19/100000000002.json`;

/** Reports, run records and lists of accounts of five days, odd ones among them. */
export function objects(): Record<string, string | Buffer> {
  const of = (key: (day: string) => string, body: string) =>
    Object.fromEntries(days.map((day) => [key(day), body]));
  return {
    ...of(
      (day) => `credential-reports/${day}/${id}-Data.csv`,
      report(id, { user: 'anna' }, { user: 'b"en' }),
    ),
    ...of(
      (day) => `collection-runs/${day}/${id}.json`,
      `${JSON.stringify({ account_id: id, status: 'collected' })}\n`,
    ),
    ...of(
      (day) => `accounts/${day}/accounts.jsonl`,
      `${JSON.stringify({ account_id: id, expected: true })}\n`,
    ),
    [odd]: 'no json\n',
    // No UTF-8, and a line that is one.
    [`credential-reports/2026/11/19/${id}9-No.csv`]: Buffer.from('user,arn\nan\xffna,x\n', 'latin1'),
    'collection-runs/2026/11/20/100000000003.json': Buffer.from(
      '{"account_id":"100000000003","status":"failed","error":{"name":"\xff\xfe"}}\n',
      'latin1',
    ),
  };
}

/** What a folder answers, and what it warns of. */
export async function ask(dataFolder: string, statements: readonly string[], keepIn?: string) {
  const athena = await openLocalAthena({
    dataFolder,
    now: longAfter,
    ...(keepIn === undefined ? {} : { keepIn }),
  });
  try {
    const answers: Record<string, unknown> = {};
    for (const sql of statements) answers[sql] = (await athena.query(`${sql} ORDER BY ALL`)).rows;
    return { asOf: athena.asOf, answers, warnings: [...athena.warnings].sort() };
  } finally {
    athena.close();
  }
}
