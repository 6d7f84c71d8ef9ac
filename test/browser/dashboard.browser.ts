import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from './chromium';
import { contrast } from './contrast';
import { openPage, type OpenedPage } from './opened-page';
import { violations } from './violations';
import { screenshots, writePages } from './written-pages';

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

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
    const users = opened.page.locator('#worst tbody td:nth-child(4)');
    expect(await users.first().innerText()).toBe(
      '<script>window.pwned = 1</script>\nowner <script>window.pwned = 1</script>',
    );
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
    expect(await violations(page)).toEqual([]);
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

describe('the overview', () => {
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openPage(browser, example, { viewport: desktop, colorScheme: 'dark' });
    ({ page } = opened);
  });
  afterAll(() => opened.close());

  test('has its numbers on one line, whatever their labels need', async () => {
    const tops = await page
      .locator('.tile .number')
      .evaluateAll((numbers) => numbers.map((number) => Math.round(number.getBoundingClientRect().top)));
    expect(tops).toHaveLength(6);
    expect(new Set(tops).size).toBe(1);
  });

  test('says the numbers of each mark to whoever rests on it', async () => {
    const titles = page.locator('#coverage-by-day-title ~ * .wide svg title');
    const texts = await titles.allTextContents();
    expect(texts).toHaveLength(30);
    expect(texts[12]).toBe(
      '5 Nov: Collected 7, Collected, not expected 0, Still to come 0, Failed 5, Missing 0, No list of accounts 0',
    );
  });

  test('has the newest day on the right, and shows it first', async () => {
    const days = await page
      .locator('table.grid thead abbr')
      .evaluateAll((all) => all.map((each) => each.getAttribute('title')));
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)).toBe('2026-11-22');
  });

  test('breaks no word of a heading or a label', async () => {
    const broken =
      await page.evaluate(`[...document.querySelectorAll('th, dt, h2, .legend li')].flatMap((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const words = [];
      while (texts.nextNode()) {
        for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^ /-]+/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top, left }) => top)).size > 1) words.push(word);
        }
      }
      return words;
    })`);
    expect(broken).toEqual([]);
  });

  test('is printed in light colours, with legends and without what is to be clicked', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const card = `getComputedStyle(document.documentElement).getPropertyValue('--card').trim()`;
    expect(await page.evaluate(card)).toBe('#ffffff');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.swatch')).printColorAdjust`)).toBe(
      'exact',
    );
    expect(await page.locator('summary').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('#menu').isVisible()).toBe(false);
    expect(await page.locator('.legend').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.evaluate(card)).toBe('#181e26');
  });
});
