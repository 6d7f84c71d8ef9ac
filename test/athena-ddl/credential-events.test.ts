import { accountsKey, eventKey } from '../../lambda/report/object-key';
import { functionQueries } from '../../athena-ddl/sql-files';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { event, root, rootLogin } from '../lambda/event-notifier/events';
import { longAfter, report, storedObjects } from '../local/athena/stored-objects';

const id = '100000000005';
const at = new Date('2026-11-22T10:15:00Z');
const user = (number: number, name: string, more: object = {}) =>
  event({ number, detail: { eventName: 'CreateUser', requestParameters: { userName: name } }, ...more });

const listed = (account_id: string, account_name: string) =>
  `${JSON.stringify({ account_id, account_name, ou_path: 'Root/Prod', expected: true })}\n`;

const eventOn = (day: string, number: number) => ({
  [eventKey(new Date(`${day}T10:15:00Z`), String(number))]: user(number, 'known', {
    time: `${day}T10:15:00Z`,
  }),
});
const asRoot = event({
  number: 93,
  time: '2026-11-16T11:00:00Z',
  detail: {
    userIdentity: root,
    eventName: 'DeactivateMFADevice',
    requestParameters: { userName: 'AWS ROOT USER', serialNumber: `arn:aws:iam::${id}:mfa/root` },
    responseElements: null,
  },
});
const ofGroup = event({
  number: 94,
  time: '2026-11-16T11:00:00Z',
  detail: { eventName: 'PutGroupPolicy', requestParameters: { groupName: 'g', policyName: 'p' } },
});
const ownKey = event({
  number: 8,
  detail: {
    userIdentity: { type: 'IAMUser', userName: 'own', accountId: id },
    requestParameters: null,
    responseElements: null,
  },
});

let athena: LocalAthena;
beforeAll(async () => {
  const dataFolder = storedObjects({
    [eventKey(at, '1')]: `${user(1, 'known')}\n`,
    [eventKey(at, '2')]: user(2, "it's;--new"),
    [eventKey(at, '3')]: rootLogin({ number: 3 }),
    // The detail speaks of another account: the envelope counts.
    [eventKey(at, '4')]: event({
      number: 4,
      account: '100000000009',
      detail: { recipientAccountId: id, userIdentity: { ...root, accountId: id } },
    }),
    [eventKey(at, '5')]: 'no json\n',
    [eventKey(at, '6')]: '{"id": "6", "account": "all"}',
    // Older than what a message is about, and than what the view of users tells.
    ...eventOn('2026-11-16', 7),
    ...eventOn('2026-10-24', 71),
    ...eventOn('2026-10-23', 72),
    [eventKey(new Date('2026-11-16T11:00:00Z'), '93')]: asRoot,
    [eventKey(new Date('2026-11-16T11:00:00Z'), '94')]: ofGroup,
    [eventKey(at, '8')]: ownKey,
    [eventKey(at, '9')]: event({ number: 9, detail: { userIdentity: null } }),
    [accountsKey(new Date('2026-11-16T00:00:00Z'))]: listed(id, 'Old name') + listed('100000000009', 'Left'),
    [accountsKey(new Date('2026-11-21T00:00:00Z'))]: `${listed(id, 'Payments, "EU"')}no json\n`,
    [`credential-reports/2026/11/22/${id}-Payments.csv`]: report(
      id,
      { user: '<root_account>', mfa_active: 'true', password_enabled: 'true' },
      { user: 'known', access_key_1_active: 'true', access_key_2_active: 'true' },
    ),
    'exceptions/exceptions.csv': `account_id,user_name,control,reason,approved_by,expires_on
${id},known,*,every control,security@example.com,2026-12-31
*,known,key-rotation,every account,security@example.com,2027-11-22
${id},known,console-mfa,until today,security@example.com,2026-11-22
${id},known,key-rotation,new pipeline,security@example.com,2026-11-25
${id},*,console-user,everybody there,security@example.com,2027-01-31
${id},<root_account>,root-mfa,replacing the token,security@example.com,2026-11-16
*,own,key-rotation,named,security@example.com,2027-12-31
*,it's;--new,*,over,security@example.com,2026-11-21
*,ci-deploy,*,no day,security@example.com,soon
`,
  });
  athena = await openLocalAthena({ dataFolder, asOf: '2026-11-22', now: longAfter });
});
afterAll(() => {
  athena.close();
});

const rows = async (columns: string, view: string) =>
  (await athena.query(`SELECT ${columns} FROM ${view} ORDER BY event_id`)).rows;

test('an event has the account of its envelope; what is no event is left out', async () => {
  expect(
    await rows('event_time, account_id, event_name, user_name, by_root, outcome', 'credential_event'),
  ).toEqual([
    ['2026-11-22 10:15:00', id, 'CreateUser', 'known', false, null],
    ['2026-11-22 10:15:00', id, 'CreateUser', "it's;--new", false, null],
    ['2026-11-22 10:15:00', id, 'ConsoleLogin', null, true, 'Success'],
    ['2026-11-22 10:15:00', '100000000009', 'CreateAccessKey', 'ci-deploy', true, null],
    ['2026-11-16 10:15:00', id, 'CreateUser', 'known', false, null],
    ['2026-11-22 10:15:00', id, 'CreateAccessKey', 'own', false, null],
    ['2026-11-22 10:15:00', id, 'CreateAccessKey', 'ci-deploy', false, null],
    ['2026-10-24 10:15:00', id, 'CreateUser', 'known', false, null],
    ['2026-10-23 10:15:00', id, 'CreateUser', 'known', false, null],
    ['2026-11-16 11:00:00', id, 'DeactivateMFADevice', null, true, null],
    ['2026-11-16 11:00:00', id, 'PutGroupPolicy', null, false, 'p'],
  ]);
});

test('an event of the last 30 days knows its user as the newest report tells', async () => {
  const columns =
    'user_name, account_name, ou_path, is_in_report, password_enabled, mfa_active, active_keys, is_excepted';
  const account = ['Payments, "EU"', 'Root/Prod'];
  expect(await rows(columns, 'user_credential_event')).toEqual([
    ['known', ...account, true, false, false, 2, true],
    ["it's;--new", ...account, false, null, null, null, true],
    [null, ...account, true, true, true, 0, false],
    ['ci-deploy', null, null, false, null, null, null, false],
    ['known', ...account, true, false, false, 2, true],
    ['own', ...account, false, null, null, null, true],
    ['ci-deploy', ...account, false, null, null, null, true],
    ['known', ...account, true, false, false, 2, true],
    [null, ...account, true, true, true, 0, true],
    // About a group: what the report tells about the root user is not of it.
    [null, ...account, false, null, null, null, false],
  ]);
});

test('an event is covered by the exceptions of its user that hold on its day; the one that names most is shown', async () => {
  const columns = 'user_name, exceptions, exception_control, exception_reason, exception_expires_on';
  const known = ['known', 5, 'key-rotation', 'new pipeline', '2026-11-25'];
  const everybody = [1, 'console-user', 'everybody there', '2027-01-31'];
  expect(await rows(columns, 'z_credential_event_detail')).toEqual([
    known,
    // Another one's last day was yesterday.
    ["it's;--new", ...everybody],
    // The root user's sign-in is about no IAM user, so `*` does not cover it.
    [null, 0, null, null, null],
    ['ci-deploy', 0, null, null, null],
    known,
    // Naming the account counts more than naming the user.
    ['own', 2, 'console-user', 'everybody there', '2027-01-31'],
    ['ci-deploy', ...everybody],
    known,
    known,
    // One that names the root user covers it, on its last day still.
    [null, 1, 'root-mfa', 'replacing the token', '2026-11-16'],
    [null, 0, null, null, null],
  ]);
});

test('a list of accounts counts for 7 days, its own among them', async () => {
  const names = async (asOf: string) => {
    const then = await openLocalAthena({ dataFolder: onlyLists, asOf, now: longAfter });
    const { rows: names } = await then.query('SELECT account_name FROM latest_account ORDER BY 1');
    then.close();
    return names.flat();
  };
  const onlyLists = storedObjects({
    [accountsKey(new Date('2026-11-14T00:00:00Z'))]: listed(id, 'Older') + listed('100000000009', 'Left'),
    [accountsKey(new Date('2026-11-15T00:00:00Z'))]: listed(id, 'Payments'),
  });
  expect(await names('2026-11-21')).toEqual(['Payments']);
  expect(await names('2026-11-22')).toEqual([]);
});

test('the messages ask for events that may still wait, and read no report', async () => {
  const { text: sql = '' } = functionQueries().find(({ name }) => name === 'event_details') ?? {};
  const { rows: details } = await athena.query(sql);
  const eventId = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
  expect(details.map(([event_id, account_name]) => [event_id, account_name])).toEqual([
    [eventId(1), 'Payments, "EU"'],
    [eventId(2), 'Payments, "EU"'],
    [eventId(3), 'Payments, "EU"'],
    [eventId(4), null],
    [eventId(8), 'Payments, "EU"'],
    [eventId(9), 'Payments, "EU"'],
  ]);
  // Lists of accounts of the 7 days up to the 22nd, the first five from their history; events of 6 days.
  expect([...(await athena.scans(sql))].sort((a, b) => a.table.localeCompare(b.table))).toEqual([
    { table: 'account_line', scans: 1, days: 2, daysListed: 2 },
    { table: 'account_line_history', scans: 1, days: 5, daysListed: 5 },
    { table: 'credential_event_line', scans: 1, days: 6, daysListed: 6 },
    expect.objectContaining({ table: 'exception', scans: 1 }),
  ]);
});
