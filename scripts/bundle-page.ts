import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { pageScript } from '../dashboards/page/page-script';

/** Preact's licence asks that its notice goes along. */
const notice =
  '/* With Preact, https://preactjs.com: Copyright (c) 2015-present Jason Miller, MIT License */';

/** Bundles what runs in the page into the file that the page is made with. */
export function bundlePage(): void {
  const { outputFiles } = buildSync({
    absWorkingDir: join(__dirname, '..'),
    entryPoints: ['dashboards/browser/main.tsx'],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    banner: { js: notice },
    logLevel: 'error',
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('esbuild made no script of the page');
  const file = pageScript();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script.text);
}
