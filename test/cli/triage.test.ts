import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { objectsOf, type Case } from '../athena-ddl/case';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

let data: string;
beforeAll(() => {
  const file = join(__dirname, '../athena-ddl/cases/key-triage.json');
  data = writeBucket(objectsOf(JSON.parse(readFileSync(file, 'utf8')) as Case));
});
afterAll(() => rmSync(data, { recursive: true }));

const triage = (...words: string[]) => runCommand(['triage', '--data', data, ...words]);

const leaked = '--user-name leaked --access-key-id AKIAEXAMPLE000000001';
const commandsOfLeaked = `# 1. quarantined: act now, AKIAEXAMPLE000000001 of leaked
# account 100000000007, Web
# whoever found the key has it, and an undo gives it back to them too. Nothing takes back the later step
# what it did: credential-report use --account 100000000007 --key AKIAEXAMPLE000000001 --trail TRAIL
aws iam update-access-key ${leaked} --status Inactive
# undo: aws iam update-access-key ${leaked} --status Active
# later: aws iam delete-access-key ${leaked}
`;

test('a person reads the keys, the worst first, and below them the commands', async () => {
  const { code, out, err } = await triage('--top', '2');
  expect(out).toMatch(
    /│ +1 │ Web \(100000000007\) +│ leaked +│ AKIAEXAMPLE000000001 +│ web +│ +10 │ 2026-11-22 s3 eu-west-1 │ no +│ quarantined: act now +│ AWS says that it leaked/,
  );
  expect(out).toMatch(
    /│ +2 │ Data \(100000000008\) +│ <root_account> +│ access key 2, id not certain │ +│ +1000 │ never +│ +│ deactivate and watch /,
  );
  expect(out).toContain(
    `\n2 rows\n\n${commandsOfLeaked}\n# 2. deactivate and watch, 'access key 2' of '<root_account>'\n`,
  );
  expect(err).toBe('2 of 21 keys\nas of 2026-11-22, of 2026-11-22\n');
  expect(code).toBe(0);
});

test('a program reads every column, with the steps', async () => {
  const { out } = await triage('--format', 'json');
  const rows = JSON.parse(out) as Record<string, unknown>[];
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  expect(rows[0]).toMatchObject({
    advice: 'quarantined: act now',
    status: 'open',
    key_id: 'AKIAEXAMPLE000000001',
    last_used_on: '2026-11-22',
    last_used_service: 's3',
    last_used_region: 'eu-west-1',
    admin_right: 'no',
    first_step: `aws iam update-access-key ${leaked} --status Inactive`,
    undo: `aws iam update-access-key ${leaked} --status Active`,
    later: `aws iam delete-access-key ${leaked}`,
    use: 'credential-report use --account 100000000007 --key AKIAEXAMPLE000000001 --trail TRAIL',
  });
  // Kept by an exception.
  expect(rows.at(-1)).toMatchObject({ user_name: 'kept', status: 'excepted', first_step: null, undo: null });
  const [header = '', first = ''] = (await triage('--format', 'csv')).out.split('\n');
  expect(header).toMatch(/^place,advice,status,account_id,.*,report_date,first_step,undo,later,note,use$/);
  expect(first).toMatch(
    /^1,quarantined: act now,open,100000000007,Web,leaked,access_key_1,AKIAEXAMPLE000000001,web,10,0,2026-11-22,/,
  );
});

test('nothing is changed of a key whose id is not certain, nor of one with an exception', async () => {
  const rows = JSON.parse((await triage('--format', 'json')).out) as Record<string, string | null>[];
  const uncertain = rows.filter(({ key_id, user_name }) => key_id === null && user_name !== '<root_account>');
  expect(uncertain.map(({ first_step }) => first_step).sort()).toEqual(
    ['never-no-id', 'never-untold', 'unreported', 'unreported-young'].map(
      (user) => `aws iam list-access-keys --user-name ${user}`,
    ),
  );
  expect(uncertain.map(({ undo, later }) => [undo, later])).toEqual(uncertain.map(() => [null, null]));
});

test('--commands prints the commands alone', async () => {
  const { out } = await triage('--commands', '--top', '1');
  expect(out).toBe(commandsOfLeaked);
  const all = (await triage('--commands')).out;
  expect(all.match(/^# \d+\. /gm)).toHaveLength(21);
  expect(all.split('\n').filter((line) => line !== '' && !/^(# |aws |test )/.test(line))).toEqual([]);
});

test('a folder without keys has neither rows nor commands', async () => {
  const empty = writeBucket({ 'accounts/2026/11/22/accounts.jsonl': '{}\n' });
  const { code, out } = await runCommand(['triage', '--data', empty]);
  const commands = await runCommand(['triage', '--data', empty, '--commands']);
  rmSync(empty, { recursive: true });
  expect(out).toMatch(/\n0 rows\n$/);
  expect(commands.out).toBe('');
  expect(code).toBe(0);
});

test.each([
  { name: 'no folder', words: [], err: /required option '--data <folder>' not/ },
  {
    name: 'a folder that is not there',
    words: ['--data', '/nowhere'],
    err: /^error: cannot open \/nowhere: /,
  },
  { name: 'a day that is none', words: ['--data', '.', '--as-of', 'today'], err: /a day such as 2026-11-22/ },
  { name: 'no keys at all', words: ['--data', '.', '--top', '0'], err: /a whole number from 1 on/ },
  {
    name: 'commands in a format',
    words: ['--data', '.', '--commands', '--format', 'json'],
    err: /'--commands' cannot be used with option '--format <format>'/,
  },
])('$name is refused in words', async ({ words, err }) => {
  const outcome = await runCommand(['triage', ...words]);
  expect(outcome).toMatchObject({ code: 1, out: '' });
  expect(outcome.err).toMatch(err);
});
