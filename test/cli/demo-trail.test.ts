import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trailFolder, writeTrail } from '../../cli/demo/trail/write-trail';
import { runCommand } from './run-command';

const folder = mkdtempSync(join(tmpdir(), 'demo-trail-'));
beforeAll(() => writeTrail(folder));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

async function rowsOf(account: string, ...words: string[]): Promise<readonly Row[]> {
  const days = ['--from', '2026-10-24', '--to', '2026-11-22'];
  const trail = ['--trail', join(folder, trailFolder), '--format', 'json'];
  const { out } = await runCommand(['use', '--account', account, ...words, ...days, ...trail]);
  return JSON.parse(out) as Row[];
}

/** Calls by event and error. */
function callsOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  const calls: Record<string, number> = {};
  for (const { event_name: name, error_code: error, calls: more } of rows) {
    const kind = error === null ? String(name) : `${String(name)} ${String(error)}`;
    calls[kind] = (calls[kind] ?? 0) + Number(more);
  }
  return calls;
}

const shop = '100000000005';

test("the pipeline's key puts objects and invalidates a CDN, every night", async () => {
  const rows = await rowsOf(shop, '--user', 'cdn-deploy');
  // Two, three and four objects in turn.
  expect(callsOf(rows)).toEqual({ PutObject: 10 * (2 + 3 + 4), CreateInvalidation: 30 });
  expect(new Set(rows.map(({ access_key_id: key }) => key)).size).toBe(1);
});

test('the leaked key looks at a queue, until somebody tries it at night from elsewhere', async () => {
  const rows = await rowsOf(shop, '--user', 'order-export');
  expect(callsOf(rows)).toEqual({
    GetQueueAttributes: 30 + 1,
    ListQueues: 1,
    GetCallerIdentity: 1,
    'ListBuckets AccessDenied': 1,
    'ListUsers AccessDenied': 1,
    'CreateUser AccessDenied': 2,
    'RunInstances Client.UnauthorizedOperation': 2,
  });
  const elsewhere = rows.filter(({ source_addresses: from }) => JSON.stringify(from).includes('192.0.2.66'));
  expect(new Set(elsewhere.map(({ event_date: day }) => day))).toEqual(new Set(['2026-11-20']));
});

test('a user only signs in, on every third day until the move to IAM Identity Center', async () => {
  const rows = await rowsOf(shop, '--user', 'release-manager');
  expect(callsOf(rows)).toEqual({ ConsoleLogin: 9, 'ConsoleLogin Failure': 1 });
});

test('the root user signs in once', async () => {
  const rows = await rowsOf('100000000001', '--root');
  expect(rows.map(({ event_name: name, first_at: at }) => [name, at])).toEqual([
    ['ConsoleLogin', '2026-11-10 13:37:42'],
  ]);
});
