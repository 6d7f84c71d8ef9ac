import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { packageRoot } from '../../package-root';
import { embeddedText, encodeTable } from '../embedded/encode-tables';
import type { PageData } from '../page-data';
import { Page } from './page';
import { pageScript } from './page-script';

/** The page as one file that loads nothing, so that it can be mailed, stored and opened anywhere. */
export function renderPage(data: PageData): string {
  const style = readFileSync(join(packageRoot(), 'dashboards/page/page.css'), 'utf8');
  const script = readFileSync(pageScript(), 'utf8');
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const embedded = embeddedText({ findings: encodeTable(data.findings.asked, data.findings.rows) });
  const parts = { style, script, contentSecurityPolicy, embedded };
  return `<!doctype html>\n${renderToString(<Page data={data} parts={parts} />)}\n`;
}

/** As a policy names an inline script or style: by the hash of its very bytes. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
