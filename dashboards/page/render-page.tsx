import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { packageRoot } from '../../package-root';
import type { PageData } from '../page-data';
import { Page } from './page';

/** The page as one file that loads nothing, so that it can be mailed, stored and opened anywhere. */
export function renderPage(data: PageData): string {
  const style = partOfPage('page.css');
  const script = partOfPage('findings-table.js');
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = renderToString(<Page data={data} parts={{ style, script, contentSecurityPolicy }} />);
  return `<!doctype html>\n${page}\n`;
}

function partOfPage(name: string): string {
  return readFileSync(join(packageRoot(), 'dashboards/page', name), 'utf8');
}

/** As a policy names an inline script or style: by the hash of its very bytes. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
