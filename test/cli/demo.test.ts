import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectDays } from '../../cli/demo/collect-days';
import { prepareOutputFolder } from '../../cli/demo/output-folder';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { answeredPage } from './answered-page';
import { runCommand, type CommandOutcome } from './run-command';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const out = join(folder, 'demo-output');
const pageOf = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const readme = pageOf('README.md');
/** Milliseconds: thirty days of twelve accounts, on a machine that may be busy with other tests. */
const patience = 240_000;
let demo: CommandOutcome;
let athena: LocalAthena;

beforeAll(async () => {
  demo = await runCommand(['demo', '--out', out]);
  athena = await openLocalAthena({ dataFolder: out, now: () => new Date('2026-11-22T12:00:00Z') });
}, patience);
afterAll(() => {
  athena.close();
  rmSync(folder, { recursive: true });
});

const answer = async (sql: string) => (await athena.query(sql)).rows;

describe('the demo', () => {
  test('ends well, shows the organization and says what to try next', () => {
    expect(demo.code).toBe(0);
    expect(demo.out).toMatch(/│ R&D \/ "Prod" 100% +│ collected +│ +4 │ +2 │/);
    expect(demo.out).toMatch(/│ =Finance\+Controlling +│ collected +│/);
    expect(demo.out).toMatch(/│ Partner Integration +│ failed +│ 2026-11-14 +│ AccessDenied: /);
    expect(demo.out).toContain(`query --data ${out} --named console_users_by_account`);
    expect(demo.out).toContain(
      'Subject: o-demoexample credential report 2026-W47: 3 critical findings, 2 silent accounts, 2 new findings\n',
    );
    expect(demo.err.match(/^day \d+\/30 /gm)).toHaveLength(10);
  });

  test(
    'docs/queries.md shows its answers; UPDATE_DOCS=1 writes them',
    async () => {
      const file = join(__dirname, '../../docs/queries.md');
      const page = readFileSync(file, 'utf8');
      const answered = await answeredPage(page, athena);
      if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, answered);
      expect(page.match(/^## \d+\. /gm)).toHaveLength(30);
      expect(page).toBe(answered);
    },
    patience,
  );

  test('docs/messages.md shows the digest of its week; UPDATE_DOCS=1 writes it', async () => {
    const file = join(__dirname, '../../docs/messages.md');
    const page = readFileSync(file, 'utf8');
    const { out: mail } = await runCommand(['digest', '--data', out]);
    const shown = page.replace(
      /```text\nSubject: .*credential report 2026[^]*?\n```/i,
      () => `\`\`\`text\n${mail.trimEnd()}\n\`\`\``,
    );
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, shown);
    expect(mail).toMatch(/^Subject: o-demoexample credential report 2026-W47: 3 critical findings, /);
    expect(readFileSync(file, 'utf8')).toBe(shown);
  });

  test('writes the dashboard and says where it is', () => {
    const file = join(out, 'dashboard.html');
    expect(demo.out).toContain(file);
    const page = readFileSync(file, 'utf8');
    expect(page).toContain('10 of 12 accounts reported on 22 November 2026; silent: Partner Integration (');
    // Of yesterday's silent account the last report counts: 9 users of today and 1 of the day before. The account that is closed and
    // the one that is silent for 8 days had a console user each: of both days they are left out.
    expect(page).toContain('Console users went down from 31 to 10 since 24 October 2026, 29 days ago.');
  });

  test('its list of exceptions is sound, and each one is for something', async () => {
    const list = join(out, 'exceptions/exceptions.csv');
    expect((await runCommand(['exceptions', 'check', list, '--data', out])).code).toBe(0);
  });

  test('leaves a folder whose every report is as its run record says', async () => {
    expect((await runCommand(['verify', '--data', out])).err).toBe(
      '351 run records, 341 reports and 75 objects of facts verified, 0 problems\n',
    );
  });

  test('accounts are collected, failed, missing and not expected on so many days', async () => {
    // 13 accounts: one joins after 17 of 30 days, one is closed after 10, one has no run on the last two.
    expect(await answer('SELECT status, count(*) FROM coverage GROUP BY 1 ORDER BY 1')).toEqual([
      ['collected', 13 * 30 - 17 - 20 - 2 - 9 - 1],
      ['failed', 9 + 1],
      ['missing', 2],
      ['not_expected', 20],
    ]);
  });

  test.each([
    {
      story: 'people leave the console, week by week',
      sql: `SELECT sum(console_users) FROM daily_summary
            WHERE dt IN ('2026/10/25', '2026/11/01', '2026/11/08', '2026/11/15', '2026/11/22') GROUP BY dt ORDER BY dt`,
      rows: [[33], [25], [19], [15], [9]],
    },
    {
      story: 'the root user of the management account signed in once',
      sql: `SELECT DISTINCT cast(password_last_used_at AS varchar) FROM user_credential
            WHERE is_root AND account_id = '100000000001' AND password_last_used_at IS NOT NULL`,
      rows: [['2026-11-10 13:37:42']],
    },
    {
      story: 'an account was renamed',
      sql: `SELECT account_name, min(dt) FROM user_credential WHERE account_id = '100000000007' GROUP BY 1 ORDER BY 2`,
      rows: [
        ['Sandbox 1', '2026/10/24'],
        ['Data Science', '2026/11/06'],
      ],
    },
    {
      story: 'a new console user appeared in the last week',
      sql: `SELECT user_name, cast(cast(user_created_at AS date) AS varchar) FROM latest_user_credential
            WHERE user_created_at > timestamp '2026-11-16 00:00:00'`,
      rows: [['notebook-guest', '2026-11-18']],
    },
    {
      story: 'a user with a comma in the name stays one user',
      sql: `SELECT user_name, password_enabled FROM latest_user_credential WHERE strpos(user_name, ',') > 0`,
      rows: [['external,contractor', true]],
    },
    {
      story: 'on the day of throttling one account waited in vain',
      sql: `SELECT account_id, status FROM coverage WHERE dt = '2026/11/11' AND status = 'failed'`,
      rows: [['100000000005', 'failed']],
    },
    {
      story:
        'findings with an exception are kept apart from open ones, and an exception that has run out counts no more',
      sql: `SELECT user_name, status, count(*) FROM latest_finding
            WHERE user_name IN ('break-glass', 'log-shipper', 'invoice-archive')
              AND control IN ('key-rotation', 'unused-credential') GROUP BY 1, 2 ORDER BY 1`,
      rows: [
        ['break-glass', 'excepted', 1],
        ['invoice-archive', 'exception_expired', 1],
        ['log-shipper', 'excepted', 1],
      ],
    },
  ])('$story', async ({ sql, rows }) => {
    expect(await answer(sql)).toEqual(rows);
  });

  test.each([
    { page: 'README.md', least: 8 },
    { page: 'docs/commands.md', least: 30 },
  ])('$page shows what it prints', ({ page, least }) => {
    const [, shown = ''] = /^```text\n(The organization on [^]*?)^```$/m.exec(pageOf(page)) ?? [];
    const lines = shown.split('\n');
    const printed = new Set(demo.out.split('\n'));
    expect(lines.length).toBeGreaterThan(least);
    expect(lines.filter((line) => !printed.has(line))).toEqual([]);
  });

  test('the questions of README have answers', async () => {
    const [, block = ''] = /^```sql\n([^]*?)^```$/m.exec(readme) ?? [];
    const answers = [];
    for (const question of block.split(/^--.*\n/m).slice(1)) answers.push((await answer(question)).length);
    // 9 console users and that of the account whose newest report is two days old; 15 findings; 2 silent accounts
    expect(answers).toEqual([10, 15, 2]);
  });

  test('README shows why check fails a pipeline', async () => {
    const [, shown = ''] = /^```text\n(failed: [^]*?)^```$/m.exec(readme) ?? [];
    const { code, err } = await runCommand(['check', '--data', out, '--fail-on', 'critical']);
    expect(code).toBe(2);
    expect(shown).not.toBe('');
    expect(err.endsWith(shown)).toBe(true);
  });

  test('docs/usage.md shows what a key did, line by line', () => {
    const [, shown = ''] = /^```text\n(What the key [^]*?)^```$/m.exec(pageOf('docs/usage.md')) ?? [];
    const lines = shown.split('\n');
    const printed = demo.out.replaceAll(out, 'demo-output').split('\n');
    expect(lines.length).toBeGreaterThan(12);
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  });

  test('docs/usage.md shows the policy that this needs', () => {
    const [, shown = ''] = /^```json\n([^]*?)^```$/m.exec(pageOf('docs/usage.md')) ?? [];
    const [, printed = ''] = /^The policy that this needs\n.*\n(\{\n[^]*?^\}\n)/m.exec(demo.out) ?? [];
    expect(JSON.parse(shown)).toEqual(JSON.parse(printed));
  });

  test(
    'writes the same bytes in every run',
    async () => {
      const again = join(folder, 'again');
      prepareOutputFolder(again);
      await collectDays(again, ['2026-10-24', '2026-10-25'], () => undefined);
      const files = readdirSync(again, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(again.length));
      expect(files.filter((file) => file.endsWith('.csv'))).toHaveLength(24);
      for (const file of files)
        expect(readFileSync(join(again, file))).toEqual(readFileSync(join(out, file)));
    },
    patience,
  );
});

describe('the output folder', () => {
  test("what a demo made is removed, what is the user's stays", () => {
    const mine = join(folder, 'mine');
    prepareOutputFolder(mine);
    writeFileSync(join(mine, 'question.sql'), 'SELECT 1');
    prepareOutputFolder(mine);
    expect(readdirSync(mine).sort()).toEqual(['.made-by-credential-report-demo', 'question.sql']);
    const old = join(mine, 'accounts');
    writeFileSync(old, '');
    prepareOutputFolder(mine);
    expect(existsSync(old)).toBe(false);
  });

  test('a folder that no demo made is left alone', async () => {
    const precious = mkdtempSync(join(folder, 'precious-'));
    writeFileSync(join(precious, 'thesis.txt'), 'years of work');
    const { code, err } = await runCommand(['demo', '--out', precious]);
    expect({ code, err }).toEqual({
      code: 1,
      err: `error: ${precious} was not made by a demo and is left alone: give another folder with --out, or move it away\n`,
    });
    expect(readdirSync(precious)).toEqual(['thesis.txt']);
  });
});
