import { trailDatabase } from '../../cli/trail/ask-athena-use';
import { trailDatabaseName } from '../../lib/config/names';
import { athenaService } from '../../local/organization/athena/service';
import { startOrganization, type EmbeddedOrganization } from '../../local/organization';
import { EventTable, fileRows } from '../../local/trail';
import { account, event, user, type RecordFields } from '../local/trail/trail-files';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';

const archive = '100000000003';
const put: RecordFields = {
  eventSource: 's3.amazonaws.com',
  eventName: 'PutObject',
  eventCategory: 'Data',
  requestParameters: { bucketName: 'shop', key: 'a' },
  sourceIPAddress: '198.51.100.7',
};

let table: EventTable;
let server: EmbeddedOrganization | undefined;
let asked: string[];

beforeAll(async () => {
  table = await EventTable.open(account);
  table.add(
    fileRows(
      [
        event(),
        event({ eventTime: '2026-11-20T11:00:00Z', sourceIPAddress: '192.0.2.11' }),
        event({ errorCode: 'AccessDenied' }),
        event(put),
        event({ userIdentity: user('ben') }),
        event({ eventTime: '2026-11-21T10:00:00Z' }),
      ],
      'eu-central-1',
      account,
    ).rows,
  );
  Object.assign(process.env, ownMachineHidden);
});
afterAll(() => table.close());
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** As Athena answers: every value as text. */
async function answerText(sql: string) {
  asked.push(sql);
  // The table itself has no local twin, and what is asked of it stands in the view as well.
  const rows = await table.ask(sql.replace('FROM cloudtrail_event', 'FROM z_single_event'));
  const [first = {}] = rows;
  const texts = rows.map((row) =>
    Object.values(row).map((value) =>
      typeof value === 'string' || value === null ? value : JSON.stringify(value),
    ),
  );
  return { columns: Object.keys(first), rows: texts };
}

async function ask(place: string, reason?: string) {
  asked = [];
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: archive,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [
        {
          id: archive,
          name: 'Archive',
          email: 'a@example.com',
          joinedAt: '2021-05-01T10:00:00Z',
          parentId: 'r-root',
        },
      ],
    },
    buckets: [],
    now: () => new Date(),
    services: [
      athenaService({
        execute: () => (reason === undefined ? Promise.resolve() : Promise.reject(new Error(reason))),
        results: ({ sql }) => answerText(sql),
        durations: { queued: 0, running: 0 },
      }),
    ],
  });
  Object.assign(process.env, server.environment(archive));
  const days = ['--from', '2026-11-20', '--to', '2026-11-20'];
  const words = [
    'use',
    '--account',
    account,
    '--user',
    'anna',
    ...days,
    '--trail',
    place,
    '--format',
    'json',
  ];
  return runCommand(words, { sleep: () => Promise.resolve() });
}

test('a workgroup answers as the files do, one row for a kind and day', async () => {
  const { code, out, err } = await ask('athena:credential-report-trail');
  const rows = JSON.parse(out) as unknown[];
  const selection = { accountId: account, principal: { user: 'anna' }, from: '2026-11-20', to: '2026-11-20' };
  expect(rows).toEqual(await table.uses(selection));
  expect(rows).toHaveLength(3);
  expect(err)
    .toBe(`Athena reads 2 days of every region of the table twice; the workgroup stops a query that reads too much
events of 2026-11-20 to 2026-11-20, from Athena, of eu-central-1
files of the day after are read too: CloudTrail can deliver an event a day later
a use is a call that succeeded; an attempt was refused or failed, and tells what was wanted
data events were seen of s3.amazonaws.com: of other services they cannot be known
`);
  expect(code).toBe(0);
});

test('the account, the days of delivery and those of the events are literals', async () => {
  await ask('athena:credential-report-trail');
  expect(asked).toHaveLength(2);
  for (const sql of asked)
    expect(sql).toMatch(
      new RegExp(`account(_id)? = '${account}' AND dt BETWEEN '2026/11/20' AND '2026/11/21'`),
    );
  expect(asked[0]).toContain(
    "event_date BETWEEN date '2026-11-20' AND date '2026-11-20' AND user_name = 'anna'",
  );
});

test('days of delivery are put together', async () => {
  const split = jest.spyOn(table, 'ask').mockImplementationOnce(() => {
    const row = (fields: object) => ({
      ...{
        event_date: '2026-11-20',
        user_name: 'anna',
        is_root: 'false',
        access_key_id: null,
        event_source: 's',
      },
      ...{ event_name: 'A', event_name_raw: 'A', error_code: null, aws_region: 'r', is_data_event: 'false' },
      ...{ source_address_count: 1, user_agent_count: 1, resources: '', resources_cut: 'false' },
      ...fields,
    });
    return Promise.resolve([
      row({
        calls: 2,
        first_at: '2026-11-20 08:00:00',
        last_at: '2026-11-20 23:00:00',
        source_addresses: 'b',
      }),
      row({
        calls: 3,
        first_at: '2026-11-20 23:58:00',
        last_at: '2026-11-20 23:59:00',
        source_addresses: 'a',
      }),
    ]);
  });
  const { out } = await ask('athena:credential-report-trail');
  split.mockRestore();
  expect(JSON.parse(out)).toMatchObject([
    {
      calls: 5,
      first_at: '2026-11-20 08:00:00',
      last_at: '2026-11-20 23:59:00',
      source_addresses: ['a', 'b'],
      source_address_count: 2,
    },
  ]);
});

test("Athena's own message comes through", async () => {
  const { code, out, err } = await ask('athena:credential-report-trail', 'Bytes scanned limit was exceeded');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /\nerror: cannot ask the workgroup credential-report-trail: Bytes scanned limit was exceeded \(in: SELECT/,
  );
});

test('a place that is no workgroup is refused in words', async () => {
  const { err } = await ask('athena:');
  expect(err).toBe('error: --trail athena: is no workgroup of Athena: it must be athena:NAME\n');
});

test('the database is the one that the stack makes', () => expect(trailDatabase).toBe(trailDatabaseName));
