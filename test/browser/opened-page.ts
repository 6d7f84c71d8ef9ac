import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened, with all that it said and asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages on the console, and errors that nothing caught. */
  readonly said: readonly string[];
  /** What was requested beside the page itself. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a file in a context of its own.
 * @param hash what stands behind the file in the address
 */
export async function openPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
  hash = '',
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const url = `file://${file}`;
  const said: string[] = [];
  const requested: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) requested.push(request.url());
  });
  await page.goto(url + hash);
  return { page, said, requested, close: () => context.close() };
}
