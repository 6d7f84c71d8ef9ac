import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { embeddedId, type EncodedTables } from '../../dashboards/embedded/encoded-table';
import { readPageData } from '../../dashboards/page-data';
import { renderPage } from '../../dashboards/page/render-page';
import { askOf, exampleDays, exampleRows, type ExampleRows } from './example-answers';
import { askHostile } from './hostile';

const asOf = '2026-11-22';

async function pageOf(rows: Partial<ExampleRows> = {}): Promise<string> {
  return renderPage(await readPageData(askOf({ ...exampleRows, ...rows }), asOf, exampleDays));
}

/** The lists that a page carries. */
const tablesOf = (html: string) => {
  const text = new RegExp(`id="${embeddedId}">([^<]*)<`).exec(html)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as EncodedTables;
};

/** The page as a reader sees it: without tags. */
const wordsOf = (html: string) =>
  html
    .replace(/<(style|script|svg|pre|noscript)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('the page tells the story', () => {
  let words: string;
  beforeAll(async () => {
    words = wordsOf(await pageOf());
  });

  // 64 - floor(91 days' last index 90 / 3) = 34; 30 days earlier, index 60: 64 - 20 = 44.
  test.each([
    '11 of 12 accounts reported on 22 November 2026; silent: 開発環境 (100000000005).',
    'Console users went down from 44 to 34 since 23 October 2026, 30 days ago.',
    'Open findings: 32 critical and 32 high; first look at AnyCompany Management (100000000001).',
    'Console users 34 ▼ 10 fewer',
    'Critical and high findings 5 ▼ 3 fewer',
    'Accounts that reported 11 of 12 1 silent',
    '開発環境 (100000000005) failed since 19 November 2026 AccessDenied: not authorized to perform: iam:GenerateCredentialReport',
    '37 of 73 active keys are older than 90 days.',
    'Console users 44 to 34, active keys 78 to 73 since 23 October 2026, 30 days ago; 12 accounts counted.',
    'Changes since 23 October 2026, 30 days ago, of the same accounts.',
    'ended 10 days ago key-rotation backup in 100000000006',
    '9 days left unused-credential break-glass in every account',
    '2 access keys, the worst first.',
    'quarantined: act now AKIAEXAMPLE000000001 ci-deploy in R&D / "Prod" 100% 100000000002 , owner web AWS says that it leaked;',
    'deactivate and watch access key 2 <root_account> in 100000000005 never used since',
    "61 % passed CIS AWS Foundations Benchmark 7.0 8 controls in 250 accounts: 500 failed, 40 by exception, 226 without data 1 control left out: off, or with another threshold than the benchmark's",
    '0 % passed AWS Security Hub 1 control in 1 account: 1 failed, 0 by exception, 0 without data',
    'The 20 worst of 160 open findings. 10 more are covered by an exception.',
    '12 accounts with findings above info; the first 10 are drawn.',
  ])('%s', (sentence) => {
    expect(words).toContain(sentence);
  });
});

describe('what is not known is said', () => {
  const empty = Object.fromEntries(
    Object.keys(exampleRows).map((name) => [name, []]),
  ) as unknown as ExampleRows;

  test('nothing at all', async () => {
    const words = wordsOf(await pageOf(empty));
    expect(words).toContain('Nothing is known about which accounts should report.');
    expect(words).toContain('0 of an unknown number');
    expect(words).toContain('There is no earlier day to compare with.');
    expect(words).not.toContain('none silent');
    expect(words).toContain('There is no active access key but those with an exception.');
  });

  test('a day without a list of accounts is not a day on which all reported', async () => {
    const coverageByDay = exampleRows.coverageByDay.map((row) => ({
      ...row,
      failed: 0,
      missing: 0,
      without_list: 1,
    }));
    const words = wordsOf(await pageOf({ coverageByDay, coverageGaps: [] }));
    expect(words).toContain('No list of accounts is known, so nobody knows who is silent.');
    expect(words).toContain('On 30 of 30 days no list of accounts tells who is silent.');
    expect(words).not.toContain('none silent');
  });

  test('findings of info alone are not no findings', async () => {
    const findings = exampleRows.findings.filter(({ severity }) => severity === 'info');
    const findingCounts = [{ severity: 'info', open: 800, excepted: 0 }];
    const words = wordsOf(await pageOf({ findingsByAccount: [], findingCounts, findings }));
    expect(words).toContain('No finding above info is open; of info there are 800.');
    expect(words).not.toContain('No finding is open');
    const none = wordsOf(await pageOf({ findingsByAccount: [], findingCounts: [], findings: [] }));
    expect(none).toContain('30 days ago. No finding is open.');
    expect(none).toContain('Open findings No finding is open.');
  });

  test('one day alone has nothing to compare with', async () => {
    const words = wordsOf(await pageOf({ consoleUsers: exampleRows.consoleUsers.slice(-1) }));
    expect(words).toContain('Console users 34 new');
  });
});

describe('the page is safe to open', () => {
  test('nothing hostile is markup, in the page or in its drawings', async () => {
    const html = renderPage(await readPageData(askHostile, asOf, exampleDays));
    // Whatever a name says, the elements and attributes are those that the code writes.
    const tags = new Set([...html.matchAll(/<([a-z!][a-z0-9-]*)/gi)].map(([, name]) => name?.toLowerCase()));
    expect(tags).not.toContain('img');
    expect(tags).not.toContain('b');
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(
      [...html.matchAll(/<[a-z][^>]*? (on[a-z]+|src|href|style)=(?!"#)/gi)].map(([found]) => found),
    ).toEqual([]);
    expect(html).not.toMatch(/[\u202E\u200B\u0000]/);
    expect(html).toContain('\\u202enimda');
    expect(html).not.toContain('W'.repeat(301));
  });

  test('the policy allows its own script and style by hash and nothing else', async () => {
    const html = await pageOf();
    const policy = (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').split(
      '; ',
    );
    const hash = (element: string) => {
      const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src ${hash('script')}`,
      `style-src ${hash('style')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('ids are unique and every reference has its target', async () => {
    const html = await pageOf();
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...html.matchAll(/(?:aria-labelledby="|url\(#)([^")]*)/g)].map(([, id]) => id);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a large organization', () => {
  const accounts = Array.from({ length: 1000 }, (_, index) => ({
    account_id: String(100000000001 + index),
    account: `AnyCompany Business Unit ${index} Production (${100000000001 + index})`,
    account_name: `AnyCompany Business Unit ${index} Production`,
  }));
  const rows: Partial<ExampleRows> = {
    findingsByAccount: accounts.map(({ account_id, account }) => ({
      account_id,
      account,
      critical: 1,
      high: 5,
      medium: 9,
      low: 9,
    })),
    usersByAccount: accounts.map(({ account_id, account }) => ({
      account_id,
      account,
      console_users: 15,
      other_users: 5,
    })),
    findingsByControl: accounts.slice(0, 300).map((_, unit) => ({
      control: 'console-mfa',
      severity: 'high',
      unit: `Root/Business Units/Unit ${unit}`,
      findings: 300 - unit,
    })),
    // Names and evidence of users are all different, as they are in life.
    findings: Array.from({ length: 60_000 }, (_, index) => ({
      severity: index < 2000 ? 'critical' : 'medium',
      control: index < 2000 ? 'root-mfa' : 'unused-credential',
      account_id: String(100000000001 + (index % 1000)),
      account_name: `AnyCompany Business Unit ${index % 1000} Production`,
      unit: `Root/Business Units/Unit ${index % 30}`,
      user_name: `firstname.lastname.${(index * 7919) % 20_000}@subsidiary.example.com`,
      credential: 'access_key_1',
      key_id: `AKIA${createHash('sha256')
        .update(String(index % 20_000))
        .digest('hex')
        .slice(0, 16)
        .toUpperCase()}`,
      owner: `firstname.lastname.${index % 1000}@subsidiary.example.com`,
      evidence: `access key 1 never used, user created 2026-03-02, ${(index * 31) % 4000} days before the report`,
      since: '2026-10-12 or before',
      status: 'open',
      exception_reason: '',
      exception_ends: null,
    })),
    findingCounts: [{ severity: 'critical', open: 60_000, excepted: 0 }],
    expiringExceptions: Array.from({ length: 50 }, () => exampleRows.expiringExceptions).flat(),
    coverageGaps: accounts.flatMap(({ account_id, account_name }) =>
      exampleRows.coverageByDay.map(({ day }) => ({
        day,
        account_id,
        account_name,
        status: 'failed',
        reason: 'Throttling: slow down',
        since: '2026-10-24',
        gaps: 30,
      })),
    ),
  };

  test('of 1,000 accounts with 20 users each stays under 5 MB and says what it left out', async () => {
    const html = await pageOf(rows);
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
    const words = wordsOf(html);
    expect(words).toContain('The 20 worst of 60,000 open findings.');
    expect(words).toContain('900 more accounts with fewer gaps are left out. The query for all:');
    expect(words).toContain('The first 100 of 1,000 rows; the query gives all:');
    expect(words).toContain('294 other units');
    expect(words).toContain('The first 20 are shown; the query gives all.');
    expect(words).toContain('and 990 more accounts');
    expect(words).toContain('and 997 more');
    expect(html.match(/<tr role="row">/g)).toHaveLength(21);
    const embedded = tablesOf(html).findings;
    expect(embedded.length).toBe(60_000);
  });
});
