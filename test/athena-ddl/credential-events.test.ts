import { eventKey } from '../../lambda/report/object-key';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { event, root, rootLogin } from '../lambda/event-notifier/events';
import { report, storedObjects } from '../local/athena/stored-objects';

const id = '100000000005';
const at = new Date('2026-11-22T10:15:00Z');
const user = (number: number, name: string, more: object = {}) =>
  event({ number, detail: { eventName: 'CreateUser', requestParameters: { userName: name }, ...more } });

let folder: string;
let athena: LocalAthena;
beforeAll(async () => {
  folder = storedObjects({
    [eventKey(at, '1')]: `${user(1, 'known')}\n`,
    [eventKey(at, '2')]: user(2, "it's;--new"),
    [eventKey(at, '3')]: rootLogin({ number: 3 }),
    // The detail speaks of another account: the envelope counts.
    [eventKey(at, '4')]: event({
      number: 4,
      account: '100000000009',
      detail: { recipientAccountId: id, requestParameters: null, userIdentity: { ...root, accountId: id } },
    }),
    [eventKey(at, '5')]: 'no json\n',
    [eventKey(at, '6')]: '{"id": "6", "account": "all"}',
    [`credential-reports/2026/11/22/${id}-Payments.csv`]: report(
      id,
      { user: '<root_account>', mfa_active: 'true', password_enabled: 'true' },
      { user: 'known', access_key_1_active: 'true' },
    ),
    'exceptions/exceptions.csv': `account_id,user_name,control,reason,approved_by,expires_on
${id},known,*,new pipeline,security@example.com,2026-11-22
*,it's;--new,*,over,security@example.com,2026-11-21
`,
  });
  athena = await openLocalAthena({ dataFolder: folder });
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
  ]);
});

test('an event knows its user as the newest report tells', async () => {
  const columns =
    'user_name, account_name, is_in_report, password_enabled, mfa_active, active_keys, is_excepted';
  expect(await rows(columns, 'user_credential_event')).toEqual([
    ['known', 'Payments', true, false, false, 1, true],
    ["it's;--new", 'Payments', false, null, null, null, false],
    [null, 'Payments', true, true, true, 0, false],
    ['ci-deploy', null, false, null, null, null, false],
  ]);
});
