import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { consoleHostOf, type ConsoleAccess } from '../../lambda/shared/text/console-address';
import { packageRoot } from '../../package-root';
import { embeddedText, encodeTable } from '../embedded/encode-tables';
import type { EncodedTables } from '../embedded/encoded-table';
import type { Answered, PageData } from '../page-data';
import { Page } from './page';
import { pageScript } from './page-script';

/** Whoever is signed in, in the console of the partition `aws`. */
const anybody: ConsoleAccess = { consoleHost: consoleHostOf('') };

/**
 * The page as one file that loads nothing, so that it can be mailed, stored and opened anywhere.
 * @param access how its links open users in the console. @default in whichever account the reader is signed in to
 */
export function renderPage(data: PageData, access = anybody): string {
  const style = readFileSync(join(packageRoot(), 'dashboards/page/page.css'), 'utf8');
  const script = readFileSync(pageScript(), 'utf8');
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const embedded = embeddedText(listsOf(data));
  const parts = { style, script, contentSecurityPolicy, embedded, access };
  return `<!doctype html>\n${renderToString(<Page data={data} parts={parts} />)}\n`;
}

/** The lists that the page's script shows. */
function listsOf(data: PageData): EncodedTables {
  const table = ({ asked, rows }: Answered) => encodeTable(asked, rows);
  return {
    findings: table(data.findings),
    accounts: table(data.accounts),
    results: table(data.results),
    users: table(data.users),
    keys: table(data.keysToActOn),
    changes: table(data.changes),
    exceptions: table(data.exceptions),
    controls: table(data.controls),
    coverage: table(data.coverageGaps),
    benchmarks: table(data.benchmarks),
  };
}

/** As a policy names an inline script or style: by the hash of its very bytes. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
