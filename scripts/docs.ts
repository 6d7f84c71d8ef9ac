import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPage } from './docs/configuration-page';

/** Writes the pages that are made of the sources: `npm run docs`. Tests are red while one is stale. */

const file = join(__dirname, '../docs/configuration.md');
writeFileSync(file, configurationPage(readFileSync(file, 'utf8')));
