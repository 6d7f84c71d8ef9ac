import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { checkConfig } from '../../../lib/config/check-config';

/** Each `config.ts` of a page, as code. */
function shownIn(page: string): string[] {
  const text = readFileSync(join(__dirname, '../../../docs', page), 'utf8');
  return [...text.matchAll(/^```ts\n([^]*?)^```$/gm)]
    .map(([, code = '']) => code)
    .filter((code) => code.includes('export const config: Config'));
}

function valueOf(code: string): unknown {
  const script = transformSync(code, {
    jsc: { parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exports: { config?: unknown } = {};
  runInNewContext(script.code, { exports });
  return exports.config;
}

test.each([
  { page: 'deploy.md', count: 1 },
  { page: 'configuration.md', count: 3 },
])('each config.ts that $page shows can work', ({ page, count }) => {
  const shown = shownIn(page);
  expect(shown).toHaveLength(count);
  expect(shown.map((code) => checkConfig(valueOf(code)))).toEqual(shown.map(() => []));
});
