import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { buildCatalogs } from '../local/athena/build-catalogs';
import { bundleLambda, stampArtifact } from './bundle-lambda';
import { bundlePage } from './bundle-page';

/**
 * Builds what the npm package ships, and what the demo and the tests run: `npm run build`. `--quiet` keeps standard
 * output for a command that follows.
 */

/** So that an auditor can read the collector in the console: unminified, and no longer than this. */
const maxCollectorBytes = 24 * 1024;

const root = join(__dirname, '..');
const command = join(root, 'dist/bin/credential-report.js');

function buildCollector() {
  const code = bundleLambda('collector');
  const bytes = Buffer.byteLength(code);
  const file = join(root, 'dist/lambda/collector/index.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  if (!process.argv.includes('--quiet'))
    console.log(`dist/lambda/collector/index.js: ${bytes} bytes of at most ${maxCollectorBytes}`);
  if (bytes > maxCollectorBytes) throw new Error('the collector outgrew its limit, make it smaller');
}

/** The command and the emulation, one file each; packages stay outside and are installed beside them. */
function buildCommand() {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['bin/credential-report.ts', 'local/lambda-environment/environment.ts'],
    outdir: 'dist',
    outbase: '.',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    loader: { '.sql': 'text' },
    logLevel: 'error',
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path === command ? stampArtifact(text) : text);
  }
}

buildCollector();
buildCommand();
bundlePage();
void buildCatalogs();
