import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readPageData } from '../../dashboards/page-data';
import { renderPage } from '../../dashboards/page/render-page';
import { askOf, exampleDays, exampleRows } from '../dashboards/example-answers';
import { askHostile } from '../dashboards/hostile';
import { startChromium } from './chromium';
import { contrast } from './contrast';
import { openPage, type OpenedPage } from './opened-page';

/** To be looked at: no picture is compared with another. */
const screenshots = join(__dirname, '../../test-output/screenshots');
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let folder: string;
let example: string;
let hostile: string;

beforeAll(async () => {
  browser = await startChromium();
  folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
  example = join(folder, 'example.html');
  hostile = join(folder, 'hostile.html');
  writeFileSync(example, renderPage(await readPageData(askOf(exampleRows), '2026-11-22', exampleDays)));
  writeFileSync(hostile, renderPage(await readPageData(askHostile, '2026-11-22', exampleDays)));
  mkdirSync(screenshots, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

describe.each([
  { name: 'with its policy', bypassCSP: false },
  { name: 'even without its policy', bypassCSP: true },
])('hostile names, $name', ({ bypassCSP }) => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await openPage(browser, hostile, { bypassCSP });
    for (const summary of await opened.page.locator('summary').all()) await summary.click();
  });
  afterAll(() => opened.close());

  test('run nothing', async () => {
    expect(await opened.page.evaluate('typeof window.pwned')).toBe('undefined');
  });

  test('load nothing and make the browser complain about nothing', () => {
    expect(opened.requested).toEqual([]);
    expect(opened.said).toEqual([]);
  });

  test('are shown as they are', async () => {
    const users = opened.page.locator('#findings tbody td:nth-child(4)');
    expect(await users.first().innerText()).toBe('<script>window.pwned = 1</script>\nowner web');
    const drawn = opened.page.locator('svg text', { hasText: '<script>window.pwned' });
    expect(await drawn.count()).toBeGreaterThan(0);
  });
});

describe.each([
  { name: 'desktop', viewport: desktop, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone', viewport: phone, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
] as const)('$name', ({ name, viewport, colorScheme }) => {
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openPage(browser, example, { viewport, colorScheme });
    ({ page } = opened);
    await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  });
  afterAll(() => opened.close());

  test('is no wider than the screen, with every table and query opened', async () => {
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
  });

  test('shows one drawing of each chart, with text of a readable size', async () => {
    const drawings = page.locator('figure svg');
    const visible = drawings.filter({ visible: true });
    expect(await visible.count()).toBe((await drawings.count()) / 2);
    const scales = await visible.evaluateAll((elements) =>
      elements.map((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width'))),
    );
    // Their text has 12 units, 11 at the least.
    expect(Math.min(...scales)).toBeGreaterThan(0.85);
  });

  test('keeps the rules of WCAG AA that a program can check', async () => {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const violations: unknown = await page.evaluate(`axe
      .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3)))`);
    expect(violations).toEqual([]);
  });

  test('has enough contrast in its drawings', async () => {
    const colour = (variable: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.documentElement).getPropertyValue('--${variable}').trim()`,
      );
    const card = await colour('card');
    for (const text of ['text', 'muted', 'accent', 'second', 'link', 'better', 'worse']) {
      expect([text, contrast(await colour(text), card) >= 4.5]).toEqual([text, true]);
    }
    for (const mark of ['critical', 'high', 'medium', 'low', 'info', 'good', 'third']) {
      expect([mark, contrast(await colour(mark), card) >= 3]).toEqual([mark, true]);
    }
    for (const cell of ['failed', 'missing']) {
      const back = await colour(cell === 'failed' ? 'high' : 'critical');
      expect([cell, contrast(await colour('on-tone'), back) >= 4.5]).toEqual([cell, true]);
    }
  });
});

describe('the table of findings', () => {
  let opened: OpenedPage;
  let page: Page;
  beforeEach(async () => {
    opened = await openPage(browser, example);
    ({ page } = opened);
  });
  afterEach(() => opened.close());

  const rows = () => page.locator('#findings tbody tr').filter({ visible: true });
  const column = async (place: number) => {
    const cells = await rows().locator(`td:nth-child(${place})`).allInnerTexts();
    return cells.map((cell) => cell.split('\n')[0]?.trim());
  };
  const shown = () => page.locator('#findings-filter output').innerText();

  test('is filtered by text and by severity', async () => {
    expect(await shown()).toBe('160 of 160 shown');
    await page.getByLabel('Contains').fill('PAYMENTS prod');
    // Every twelfth of the 160 findings, from the sixth on.
    expect(await shown()).toBe('13 of 160 shown');
    await page.getByLabel('Severity').selectOption('high');
    const accounts = await column(3);
    expect(new Set(accounts)).toEqual(new Set(['Payments Production']));
    expect(new Set(await column(1))).toEqual(new Set(['high']));
    expect(await shown()).toBe(`${accounts.length} of 160 shown`);
    await page.getByLabel('Contains').fill('no such account');
    expect(await shown()).toBe('0 of 160 shown');
  });

  test('is sorted with the keyboard alone, up and down, and says so', async () => {
    const user = page.locator('#findings th', { hasText: 'User' });
    expect(await user.getAttribute('aria-sort')).toBe('none');
    await user.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await user.getAttribute('aria-sort')).toBe('ascending');
    const up = (await column(4)) as string[];
    const compare = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });
    expect(up).toEqual([...up].sort(compare));
    await page.keyboard.press('Enter');
    expect(await user.getAttribute('aria-sort')).toBe('descending');
    expect(await column(4)).toEqual(up.reverse());
    expect(await page.locator('#findings th[aria-sort="none"]').count()).toBe(4);
  });

  test('is sorted by severity in the order of severity', async () => {
    await page.locator('#findings th', { hasText: 'Severity' }).getByRole('button').click();
    expect((await column(1))[0]).toBe('info');
    await page.locator('#findings th', { hasText: 'Severity' }).getByRole('button').click();
    expect([...new Set(await column(1))]).toEqual(['critical', 'high', 'medium', 'low', 'info']);
  });

  test('is complete where scripts are off', async () => {
    const plain = await openPage(browser, example, { javaScriptEnabled: false });
    expect(await plain.page.locator('#findings tbody tr').count()).toBe(160);
    expect(await plain.page.locator('#findings-filter').isVisible()).toBe(false);
    await plain.close();
  });
});
