import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Takes the picture of the page that README shows, from the demo's page: `npm run picture -- demo-output/dashboard.html`.
 * It needs Chromium.
 */

const [page = 'demo-output/dashboard.html'] = process.argv.slice(2);
const picture = join(__dirname, '../docs/images/page.png');

mkdirSync(dirname(picture), { recursive: true });
execFileSync(
  'chromium',
  [
    '--headless',
    // As root in a container, Chromium's own sandbox cannot start.
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--window-size=1280,850',
    `--screenshot=${picture}`,
    `file://${resolve(page)}`,
  ],
  { stdio: 'ignore', timeout: 60_000 },
);
console.log(picture);
