import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPage } from './docs/configuration-page';
import { controlRows } from './docs/control-rows';
import { controlsPage } from './docs/controls-page';

/** Writes the pages that are made of the sources: `npm run docs`. Tests are red while one is stale. */

function rewrite(name: string, made: (page: string) => string): void {
  const file = join(__dirname, '../docs', name);
  writeFileSync(file, made(readFileSync(file, 'utf8')));
}

async function writePages(): Promise<void> {
  rewrite('configuration.md', configurationPage);
  const controls = await controlRows();
  rewrite('controls.md', (page) => controlsPage(page, controls));
}

void writePages();
