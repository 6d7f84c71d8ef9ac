import { join } from 'node:path';
import { packageRoot } from '../../package-root';

/** The file with what runs in the page; `npm run build` makes it. */
export function pageScript(): string {
  return join(packageRoot(), 'dist/dashboards/page.js');
}
