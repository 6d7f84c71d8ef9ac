import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reportKey } from '../../lambda/report/object-key';
import { report } from '../local/athena/stored-objects';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const account = '100000000007';
const day = (back: number) => new Date(Date.UTC(2026, 10, 22 - back));
const user = { user: '<b>bold</b>', password_enabled: 'true', password_last_changed: '2026-11-01T00:00:00Z' };

let data: string;
beforeAll(() => {
  data = writeBucket({
    [reportKey(day(40), account, 'Sandbox')]: report(account, user, { ...user, user: 'gone' }),
    [reportKey(day(1), account, 'Sandbox')]: report(account, user, { ...user, user: 'gone' }),
    [reportKey(day(0), account, 'Sandbox')]: report(account, user),
    'collection-runs/2026/11/22/100000000007.json': '{"account_id": "1000',
  });
});
afterAll(() => rmSync(data, { recursive: true }));

const dashboard = (...words: string[]) => runCommand(['dashboard', '--data', data, ...words]);

describe('dashboard', () => {
  test('writes one page, makes the folder for it, and says where and of which day it is', async () => {
    const file = join(data, 'pages/today.html');
    const { code, out, err } = await dashboard('--out', file);
    expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
    expect(err).toMatch(/^as of 2026-11-22, \d+ KB$/m);
    const page = readFileSync(file, 'utf8');
    expect(page).toContain('&lt;b>bold&lt;/b>');
    expect(page).toContain('No list of accounts is known, so nobody knows who is silent.');
    expect(page).toContain('Console users went down from 2 to 1 since 21 November 2026, 1 day ago.');
  });

  test('goes into the folder, which the environment may name', async () => {
    const environment = { CREDENTIAL_REPORT_DATA: data };
    const { code, out } = await runCommand(['dashboard'], { environment });
    const file = join(data, 'dashboard.html');
    expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
  });

  test('opens users through the access portal that an option names', async () => {
    const portal = [
      '--access-portal',
      'https://anycompany.awsapps.com/start/',
      '--access-portal-role',
      'Audit',
    ];
    const accessOf = (page: string) =>
      JSON.parse((/data-access="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"')) as unknown;
    const { out: page } = await dashboard('--out', '-', ...portal);
    expect(accessOf(page)).toEqual({
      consoleHost: 'console.aws.amazon.com',
      accessPortalUrl: 'https://anycompany.awsapps.com/start',
      accessPortalRole: 'Audit',
    });
    const { out: configured } = await dashboard('--out', '-', '--configured');
    expect(accessOf(configured)).toEqual({ consoleHost: 'console.aws.amazon.com' });
  });

  test('goes to standard output, as far back and up to the day that it is asked for', async () => {
    const { out: page } = await dashboard('--out', '-', '--as-of', '2026-11-21', '--days', '60');
    expect(page).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
    expect(page).toContain('IAM credentials on 21 November 2026');
    // The report of 13 October counts for a week; in between nothing is known, and it is too old to compare with.
    expect(page).toContain('1 account counted; there is no earlier day to compare with.');
    expect(page).toContain('8 rows. The query');
  });

  test.each([
    { words: ['--out', 'x.html', '--data', 'no-such-folder'], problem: 'no-such-folder' },
    { words: ['--out', 'x.html', '--days', '0'], problem: 'It must be a whole number from 1 on.' },
    { words: ['--out', 'x.html', '--as-of', 'today'], problem: 'It must be a day such as 2026-11-22.' },
    { words: ['--access-portal', 'http://x'], problem: 'It must be an address such as https://anycompany' },
    { words: ['--access-portal-role', 'Audit'], problem: '--access-portal-role needs --access-portal' },
    { words: ['--out', '/dev/null/x.html'], problem: 'cannot write /dev/null/x.html: ' },
  ])('$words ends with 1 and says why', async ({ words, problem }) => {
    const { code, err } = await dashboard(...words);
    expect(code).toBe(1);
    expect(err).toContain(problem);
  });
});
