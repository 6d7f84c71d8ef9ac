import { trailQueries } from '../../../athena-ddl/sql-files';
import { EventTable, fileRows } from '../../../local/trail';
import { account, event, user, type RecordFields } from './trail-files';

const key = 'AKIAEXAMPLE000000001';
const session = user('anna', { accessKeyId: 'ASIAEXAMPLE000000001' });
const old = { eventTime: '2026-10-01T10:00:00Z' };
const s3 = (more: RecordFields) => ({ eventSource: 's3.amazonaws.com', eventName: 'PutObject', ...more });

const events = [
  event(old),
  event({ ...old, sourceIPAddress: '192.0.2.11' }),
  event(),
  event({ errorCode: 'AccessDenied', sourceIPAddress: '198.51.100.7', eventTime: '2026-11-20T01:00:00Z' }),
  event({ sourceIPAddress: '198.51.100.7', awsRegion: 'us-east-1', eventTime: '2026-11-20T02:00:00Z' }),
  // A new key, and a session, of which every address is new.
  event({ userIdentity: user('ben', { accessKeyId: 'AKIAEXAMPLE000000002' }) }),
  event({ userIdentity: session, sourceIPAddress: '198.51.100.8' }),
  event(s3({ requestParameters: { bucketName: 'shop' }, eventName: 'ListObjects', userIdentity: session })),
  event(
    s3({ requestParameters: { bucketName: 'shop', key: 'a' }, eventCategory: 'Data', userIdentity: session }),
  ),
  event(s3({ eventName: 'ListBuckets', userIdentity: session })),
  // Before the days that are asked for.
  event({ eventTime: '2026-08-01T10:00:00Z' }),
];

let table: EventTable;
beforeAll(async () => {
  table = await EventTable.open(account);
  table.add(fileRows(events, 'eu-central-1', account).rows);
  await table.ask("SET VARIABLE current_date = DATE '2026-11-22'");
});
afterAll(() => table.close());

async function answer(name: string, columns: readonly string[]): Promise<unknown[][]> {
  const { text = '' } = trailQueries().find((query) => query.name === name) ?? {};
  const mine = text
    .replace('100000000005', account)
    .replace('AKIAIOSFODNN7EXAMPLE', key)
    .replace('cdn-deploy', 'anna');
  return (await table.ask(mine)).map((row) => columns.map((column) => row[column]));
}

test('what a key did', async () => {
  const columns = ['event_name', 'error_code', 'calls', 'first_at', 'last_at', 'regions'];
  expect(await answer('use_of_a_key', columns)).toEqual([
    ['DescribeInstances', 'AccessDenied', 1, '2026-11-20 01:00:00', '2026-11-20 01:00:00', 'eu-central-1'],
    ['DescribeInstances', null, 4, '2026-10-01 10:00:00', '2026-11-20 10:00:00', 'eu-central-1, us-east-1'],
  ]);
});

test('keys from new addresses', async () => {
  const columns = ['user_name', 'access_key_id', 'source_address', 'first_at', 'calls', 'attempts'];
  expect(await answer('keys_from_new_addresses', columns)).toEqual([
    ['anna', key, '198.51.100.7', '2026-11-20 01:00:00', 1, 1],
  ]);
});

test('calls of a user on buckets and objects', async () => {
  expect(await answer('s3_calls_of_a_user', ['resource', 'event_name', 'is_data_event', 'calls'])).toEqual([
    ['arn:aws:s3:::shop', 'ListObjects', false, 1],
    ['arn:aws:s3:::shop/*', 'PutObject', true, 1],
    [null, 'ListBuckets', false, 1],
  ]);
});
