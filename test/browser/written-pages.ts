import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPageData } from '../../dashboards/page-data';
import { renderPage } from '../../dashboards/page/render-page';
import { askOf, exampleDays, exampleRows } from '../dashboards/example-answers';
import { askHostile } from '../dashboards/hostile';

/** To be looked at: no picture is compared with another. */
export const screenshots = join(__dirname, '../../test-output/screenshots');

/** Files of the page, in a folder that the caller removes. */
export interface WrittenPages {
  readonly folder: string;
  readonly example: string;
  /** Full of names that would be markup, in an organization with an access portal. */
  readonly hostile: string;
}

/** Writes both pages, and makes the folder for pictures. */
export async function writePages(): Promise<WrittenPages> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
  const example = join(folder, 'example.html');
  const hostile = join(folder, 'hostile.html');
  writeFileSync(example, renderPage(await readPageData(askOf(exampleRows), '2026-11-22', exampleDays)));
  const access = {
    consoleHost: 'console.aws.amazon.com',
    accessPortalUrl: 'https://anycompany.awsapps.com/start',
    accessPortalRole: 'Audit',
  };
  writeFileSync(hostile, renderPage(await readPageData(askHostile, '2026-11-22', exampleDays), access));
  mkdirSync(screenshots, { recursive: true });
  return { folder, example, hostile };
}
