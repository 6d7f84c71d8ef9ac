import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exampleRows } from '../dashboards/example-answers';
import { startChromium } from './chromium';
import { openPage, type OpenedPage } from './opened-page';
import { violations } from './violations';
import { screenshots, writePages } from './written-pages';

let browser: Browser;
let folder: string;
let example: string;
let hostile: string;

beforeAll(async () => {
  browser = await startChromium();
  ({ folder, example, hostile } = await writePages());
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

let opened: OpenedPage;
let page: Page;
const open = async (hash: string, options = {}, file = example) => {
  opened = await openPage(browser, file, options, hash);
  ({ page } = opened);
};
afterEach(() => opened.close());

const rows = () => page.locator('#views tbody tr');
const column = (label: string) => page.locator(`#views tbody td[data-label="${label}"]`).allInnerTexts();
const shown = () => page.locator('#views output').innerText();

describe.each([
  { name: 'with its policy', bypassCSP: false },
  { name: 'even without its policy', bypassCSP: true },
])('hostile names in the lists, $name', ({ bypassCSP }) => {
  test('run nothing, load nothing, and are shown as they are', async () => {
    await open('#findings', { bypassCSP }, hostile);
    expect(await rows().count()).toBe(50);
    expect((await column('User'))[0]).toBe('<script>window.pwned = 1</script>');
    await rows()
      .first()
      .getByRole('link', { name: /^Open the finding/ })
      .click();
    await page.locator('dl.facts').first().waitFor();
    expect(await page.evaluate('typeof window.pwned')).toBe('undefined');
    expect(opened.requested).toEqual([]);
    expect(opened.said).toEqual([]);
  });
});

describe.each([
  { name: 'list-desktop', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'list-desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: 'list-phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'list-phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const)('$name', ({ name, viewport, colorScheme }) => {
  test.each([
    '#findings',
    '#matrix',
    '#account?account_id=100000000005',
    '#keys',
    '#controls',
    '#finding?account_id=100000000001&user_name=%3Croot_account%3E&control=root-mfa&credential=password',
  ])('%s is no wider than the screen and breaks no rule of WCAG AA', async (hash) => {
    await open(hash, { viewport, colorScheme });
    await page.locator('#views h2').waitFor();
    const view = /\w+/.exec(hash)?.[0] ?? '';
    await page.screenshot({ path: join(screenshots, `${name}-${view}.png`) });
    for (const summary of await page.locator('#views summary').all()) await summary.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(await violations(page)).toEqual([]);
  });
});

describe('pass and fail', () => {
  const cells = (account: string) =>
    page.locator('table.results tbody tr', { hasText: account }).locator('td').allInnerTexts();

  test('shows each account, silent ones first and as such', async () => {
    await open('#matrix');
    const names = page.locator('table.results tbody th');
    expect(await names.first().innerText()).toBe('開発環境 (100000000005)');
    expect(await cells('100000000005')).toEqual(['silent', '–\nno data', '–\nno data', '–\nno data']);
    // Its place among the accounts decides: the first of three results for root-mfa, then the second, then the third.
    expect(await cells('100000000001')).toEqual(['1 of 3', '✓\npassed', '1,000', 'E\nby exception']);
    expect(await shown()).toBe('12 accounts, 1 silent');
  });

  test('shows the controls of one benchmark alone, and its percentage', async () => {
    await open('#matrix');
    await page.getByRole('button', { name: 'AWS Security Hub 0 % passed' }).click();
    expect(await page.locator('table.results thead th').count()).toBe(4);
    expect(new URL(page.url()).hash).toBe('#matrix?benchmark=security_hub');
  });

  test('leads from a failure to its findings, and from an account to all about it', async () => {
    await open('#matrix');
    await page.getByRole('link', { name: '1,001 findings' }).click();
    // Those of root-mfa in the second account, of which there are 32 in twelve accounts: 1, 13, 25.
    expect(await shown()).toBe('3 of 160');
    await page.getByRole('link', { name: 'R&D / "Prod" 100%' }).first().click();
    await page.locator('dl.facts').first().waitFor();
    const sections = await page.locator('#views .related h3').allInnerTexts();
    expect(sections).toEqual([
      'Days without a report',
      'Controls that failed',
      'Findings',
      'Keys to act on',
      'Changes of the last 30 days',
      'Users',
    ]);
    expect(await page.locator('#views').innerText()).toContain(
      'Nothing of: Findings with an exception, Exceptions of this account.',
    );
  });
});

test('an address of what is gone, or of no view, says so', async () => {
  await open('#user?account_id=100000000001&user_name=gone');
  expect(await page.locator('#views').innerText()).toContain(
    'The page has no such user: it is gone, or of another day.',
  );
  await page.goto(page.url().replace(/#.*/, '#nothing'));
  await page.getByText('The page has no such view.').waitFor();
});

test('a finding says what to do about it', async () => {
  await open(
    '#finding?account_id=100000000001&user_name=%3Croot_account%3E&control=root-mfa&credential=password',
  );
  expect(await page.getByRole('region', { name: 'What to do' }).innerText()).toContain(
    'First do this about root-mfa.',
  );
  const link = page.getByRole('link', { name: 'https://docs.aws.amazon.com' });
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/IAM\//);
});

describe('the console', () => {
  const inConsole = () => page.getByRole('link', { name: /in the AWS console$/ });
  const openFirst = async (hash: string, file: string) => {
    await open(hash, {}, file);
    await rows()
      .first()
      .getByRole('link', { name: /^Open the/ })
      .click();
    await page.locator('dl.facts').first().waitFor();
  };

  test.each(['#users', '#keys', '#findings?control=key-rotation'])(
    'opens the user of %s, for whoever is signed in to its account',
    async (hash) => {
      await openFirst(hash, example);
      const params = new URLSearchParams(new URL(page.url()).hash.replace(/^[^?]*/, ''));
      const user = params.get('user_name') ?? '';
      expect(await inConsole().getAttribute('href')).toBe(
        `https://console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(user)}?section=security_credentials`,
      );
      expect(await page.locator('#views').innerText()).toContain(
        `(sign in to account ${params.get('account_id')} first)`,
      );
    },
  );

  test('has no page of an account, nor of a root user', async () => {
    await openFirst('#accounts', example);
    expect(await inConsole().count()).toBe(0);
  });

  test.each(['#accounts', '#users', '#findings'])(
    'is opened through the access portal of %s, whatever the names',
    async (hash) => {
      await openFirst(hash, hostile);
      const params = new URLSearchParams(new URL(page.url()).hash.replace(/^[^?]*/, ''));
      expect(await inConsole().getAttribute('href')).toBe(
        `https://anycompany.awsapps.com/start/#/console?account_id=${params.get('account_id')}&role_name=Audit`,
      );
    },
  );
});

describe('the list of findings', () => {
  test('has all that is not excepted, in pages', async () => {
    await open('#findings');
    // Of 160 every eightieth has an exception.
    expect(await shown()).toBe('158 of 160');
    expect(await rows().count()).toBe(50);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await rows().count()).toBe(8);
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    expect(new URL(page.url()).hash).toBe('#findings?page=4');
    await page.getByLabel('Rows a page').selectOption('200');
    expect(await rows().count()).toBe(158);
  });

  test('is filtered by several words and by menus, and its address gives the same to another', async () => {
    await open('#findings');
    await page.getByLabel('Contains all of').fill('PROD payments');
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('high');
    // Of 32 to 63, which are high, those of the sixth account of twelve, in the unit Root/Prod: 41 and 53.
    expect(await shown()).toBe('2 of 160');
    expect(new Set(await column('Account'))).toEqual(new Set(['Payments Production']));
    const { hash } = new URL(page.url());
    await opened.close();
    await open(hash);
    expect(await shown()).toBe('2 of 160');
    expect(await page.getByLabel('Contains all of').inputValue()).toBe('PROD payments');
    await page.getByLabel('Contains all of').fill('no such account');
    expect(await shown()).toBe('0 of 160');
  });

  test('is sorted with the keyboard alone, up and down, and says so', async () => {
    await open('#findings?status=&rows=200');
    const user = page.locator('#views th', { hasText: 'User' });
    expect(await user.getAttribute('aria-sort')).toBe('none');
    await user.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await user.getAttribute('aria-sort')).toBe('ascending');
    const up = await column('User');
    const compare = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });
    expect(up).toHaveLength(160);
    expect(up).toEqual([...up].sort(compare));
    await page.keyboard.press('Enter');
    expect(await user.getAttribute('aria-sort')).toBe('descending');
    expect(await column('User')).toEqual(up.reverse());
  });

  test('shows the columns that are chosen', async () => {
    await open('#findings?columns=severity,user_name');
    expect(await page.locator('#views thead th').allInnerTexts()).toEqual([
      'Severity',
      'User',
      'Open and copy',
    ]);
    await page.locator('#views .choice summary').click();
    await page.getByLabel('Evidence').check();
    expect(new URL(page.url()).hash).toBe('#findings?columns=severity%2Cuser_name%2Cevidence');
    expect(await column('Evidence')).toHaveLength(50);
  });

  test('is downloaded as CSV, all that is wanted and every column', async () => {
    await open('#findings?severity=critical');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await (await download).path();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(33);
    expect(lines[0]).toBe(Object.keys(exampleRows.findings[0] ?? {}).join());
    expect((await download).suggestedFilename()).toBe('findings.csv');
  });

  test('copies a row as one line, and opens it', async () => {
    await open('#findings?columns=severity,control,user_name', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await rows()
      .nth(0)
      .getByRole('button', { name: /^Copy the finding/ })
      .click();
    await page.getByText('copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'critical · root-mfa · <root_account>',
    );
    await rows()
      .nth(1)
      .getByRole('link', { name: /^Open the finding/ })
      .click();
    expect(await page.locator('dl.facts').first().innerText()).toContain('R&D / "Prod" 100%');
    await page.goBack();
    expect(await rows().count()).toBe(50);
  });
});

test('is printed across the sheet, says which of its pages it is, and has nothing to click', async () => {
  await open('#findings');
  await rows().first().waitFor();
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = Array.from(sheets.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), ([, width, height]) => [
    Number(width),
    Number(height),
  ]);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.filter(([width = 0, height = 0]) => width <= height)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.pager').innerText()).toBe('page 1 of 4');
  // A head is repeated on each sheet where nothing in it must stay in one piece, as a button must.
  const heads = page.locator('#views thead button');
  const displays = await heads.evaluateAll((buttons) =>
    buttons.map((each) => getComputedStyle(each).display),
  );
  expect(new Set(displays)).toEqual(new Set(['contents']));
  await page.evaluate(() => (location.hash = ''));
  await page.locator('#overview').waitFor();
  const overview = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(overview) ?? [];
  expect(Number(width)).toBeLessThan(Number(height));
});

test('leads from the overview and back', async () => {
  await open('');
  expect(await page.locator('#overview').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'All findings, to filter' }).click();
  expect(await page.locator('#overview').isVisible()).toBe(false);
  expect(await page.locator('#menu a[aria-current]').allInnerTexts()).toEqual(['Findings']);
  await page.goBack();
  expect(await page.locator('#overview').isVisible()).toBe(true);
});

test('without scripts the overview is whole and says where the lists are', async () => {
  await open('', { javaScriptEnabled: false });
  expect(await page.locator('#worst tbody tr').count()).toBe(20);
  expect(await page.locator('#menu').isVisible()).toBe(false);
  expect(await page.locator('noscript').innerText()).toContain('need a script');
});
