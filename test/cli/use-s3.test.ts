import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startOrganization,
  type AuthorizationRequest,
  type EmbeddedOrganization,
  type Fault,
} from '../../local/organization';
import { account, event, fileKey, packed } from '../local/trail/trail-files';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const archive = '100000000003';
const folders: string[] = [];
let server: EmbeddedOrganization | undefined;
let bucket: string;

beforeAll(() => {
  bucket = writeBucket({
    [fileKey('2026-11-19')]: packed(event()),
    [fileKey('2026-11-20', 'a')]: packed(event(), event()),
    [fileKey('2026-11-20', 'b', 'us-east-1')]: packed(event()),
    [fileKey('2026-11-21')]: packed(event({ eventTime: '2026-11-20T23:59:00Z' })),
    [fileKey('2026-11-22')]: packed(event()),
    // No name of CloudTrail.
    [fileKey('2026-11-20').replace(/[^/]*$/, ' odd.json.gz')]: packed(event()),
    [fileKey('2026-11-20', 'one', 'eu-central-1', '100000000008')]: packed(event()),
  });
  folders.push(bucket);
  Object.assign(process.env, ownMachineHidden);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function start(
  faults: readonly Fault[] = [],
  isAllowed: (request: AuthorizationRequest) => boolean = () => true,
): Promise<void> {
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: archive,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [
        {
          id: archive,
          name: 'Log Archive',
          email: 'a@example.com',
          joinedAt: '2021-05-01T10:00:00Z',
          parentId: 'r-root',
        },
      ],
    },
    buckets: [{ name: 'anycompany-trail', folder: bucket, ownerAccountId: archive }],
    faults,
    now: () => new Date(),
    authorize: (request) => ({ allowed: isAllowed(request) }),
  });
  Object.assign(process.env, server.environment(archive));
}

function newCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trail-cache-'));
  folders.push(folder);
  return folder;
}

const use = (cache: string, ...words: string[]) =>
  runCommand([
    ...['use', '--account', account, '--user', 'anna', '--from', '2026-11-20', '--to', '2026-11-20'],
    ...['--format', 'json', '--cache', cache, ...words],
  ]);
const calls = (out: string) =>
  (JSON.parse(out) as { calls: number }[]).reduce((sum, row) => sum + row.calls, 0);
const gets = () => server?.requests.filter(({ action }) => action === 's3:GetObject').length;

test('a bucket answers as a folder does; the cost is said before, and what was read is kept', async () => {
  await start();
  const cache = newCache();
  const { code, out, err } = await use(cache, '--trail', 's3://anycompany-trail');
  // Two, one in another region, and one that was delivered on the day after.
  expect(calls(out)).toBe(4);
  expect(err).toMatch(
    /^\d+ LIST, 3 GET, 0\.0 MB: about \$0\.0\d{3}, and \$0\.0000 where the bytes leave AWS; 0 files are kept from before\n/,
  );
  expect(err).toContain('from 3 files of eu-central-1, us-east-1\n');
  expect(code).toBe(0);
  expect(gets()).toBe(3);
  const again = await use(cache, '--trail', 's3://anycompany-trail/');
  expect(again.err).toMatch(/^\d+ LIST, 0 GET, .*; 3 files are kept from before\n/);
  expect(calls(again.out)).toBe(4);
  expect(gets()).toBe(3);
});

test('more than may be spent is refused before anything is read', async () => {
  await start();
  const { code, out, err } = await use(newCache(), '--trail', 's3://anycompany-trail', '--max-dollars', '0');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /^error: cannot read the trail: it would cost more than --max-dollars 0: \d+ LIST, 3 GET, .*; ask for fewer days, or allow more\n$/,
  );
  expect(gets()).toBe(0);
});

test("list and get on the account's prefix are enough", async () => {
  const own = `AWSLogs/o-exampleorg1/${account}/`;
  await start([], ({ action, resource, context }) => {
    if (action === 's3:ListBucket') return String(context['s3:prefix']).startsWith(own);
    return action === 's3:GetObject' ? String(resource).includes(`/${own}`) : action.startsWith('sts:');
  });
  const { out } = await use(newCache(), '--trail', 's3://anycompany-trail/AWSLogs/o-exampleorg1');
  expect(calls(out)).toBe(4);
  const { code, err } = await use(newCache(), '--trail', 's3://anycompany-trail');
  expect(code).toBe(1);
  expect(err).toMatch(
    /^error: cannot read the trail: listing s3:\/\/anycompany-trail\/ failed: AccessDenied: /,
  );
});

const fault = (code: string, status: number): Fault => ({
  action: 's3:GetObject',
  kind: 'error',
  error: { code, status, message: 'as S3 says it' },
  times: 1,
});

test('a session that ends on the way is one sentence, and the same command goes on from there', async () => {
  await start([fault('ExpiredToken', 400)]);
  const cache = newCache();
  const { code, out, err } = await use(cache, '--trail', 's3://anycompany-trail');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /\nerror: cannot read the trail: reading s3:\/\/anycompany-trail\/AWSLogs\/.* failed: the credentials have expired: sign in again .*; what was read is kept in .*, and the same command goes on from there\n$/,
  );
  const again = await use(cache, '--trail', 's3://anycompany-trail');
  expect(again.err).toMatch(/; 2 files are kept from before\n/);
  expect(calls(again.out)).toBe(4);
});

test('an object in archive storage is named, and the others answer', async () => {
  await start([fault('InvalidObjectState', 403)]);
  const { code, out, err } = await use(newCache(), '--trail', 's3://anycompany-trail');
  expect(err).toMatch(/\nwarning: AWSLogs\/.*: it is in archive storage and must be restored first\n/);
  expect(calls(out)).toBeLessThan(4);
  expect(code).toBe(0);
});

test('a bucket of somebody else is refused', async () => {
  await start();
  const { err } = await use(newCache(), '--trail', 's3://anycompany-trail', '--bucket-owner', '100000000009');
  expect(err).toMatch(/listing s3:\/\/anycompany-trail\/ failed: AccessDenied: /);
});

test('a place that is no bucket is refused in words', async () => {
  const { err } = await use(newCache(), '--trail', 's3://Any_Company');
  expect(err).toContain(
    '--trail s3://Any_Company is no place in S3: it must be s3://bucket or s3://bucket/prefix',
  );
  expect((await use(newCache(), '--trail', 's3://b', '--max-dollars', '-1')).err).toContain(
    'an amount such as 2.5',
  );
});
