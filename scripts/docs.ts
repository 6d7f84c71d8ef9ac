import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from '../bench/figures-file';
import { configurationPage } from './docs/configuration-page';
import { controlRows } from './docs/control-rows';
import { controlsPage } from './docs/controls-page';
import { figuresPage } from './docs/figures-page';
import { readmeFigures } from './docs/readme-figures';

/** Writes the pages that are made of the sources: `npm run docs`. Tests are red while one is stale. */

function rewrite(name: string, made: (page: string) => string): void {
  const file = join(__dirname, '..', name);
  writeFileSync(file, made(readFileSync(file, 'utf8')));
}

async function writePages(): Promise<void> {
  rewrite('docs/configuration.md', configurationPage);
  const controls = await controlRows();
  rewrite('docs/controls.md', (page) => controlsPage(page, controls));
  const figures = readFigures();
  rewrite('docs/figures.md', (page) => figuresPage(page, figures));
  rewrite('README.md', (page) => readmeFigures(page, figures));
}

void writePages();
