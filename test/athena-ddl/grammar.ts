import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { sha256Of } from '../../lambda/report/sha256';

interface Answer {
  readonly id: number;
  readonly errors: readonly string[];
}

const cache = join(__dirname, '../../node_modules/.cache/dt-sql-parser');
const { version } = jest.requireActual<{ version: string }>('dt-sql-parser/package.json');
const waiting = new Map<number, (errors: readonly string[]) => void>();
let worker: Worker | undefined;
let asked = 0;

/** What the real grammar of Hive's DDL or Trino's SQL has against a statement; what it has accepted once is not parsed again. */
export async function syntaxErrors(dialect: 'hive' | 'trino', sql: string): Promise<readonly string[]> {
  const accepted = join(cache, sha256Of(JSON.stringify([version, dialect, sql])));
  if (existsSync(accepted)) return [];
  const errors = await parse(dialect === 'hive' ? 'HiveSQL' : 'TrinoSQL', sql);
  if (errors.length === 0) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(accepted, '');
  }
  return errors;
}

function parse(parser: 'HiveSQL' | 'TrinoSQL', sql: string): Promise<readonly string[]> {
  worker ??= start();
  const id = asked++;
  worker.postMessage({ id, parser, sql });
  return new Promise((resolve) => waiting.set(id, resolve));
}

/** In a thread of its own: among jest's globals the parser takes four times as long. */
function start(): Worker {
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    const parsers = require(workerData);
    parentPort.on('message', ({ id, parser, sql }) => {
      const found = new parsers[parser]().validate(sql);
      parentPort.postMessage({ id, errors: found.map(({ startLine, message }) => 'line ' + startLine + ': ' + message) });
    });`;
  const started = new Worker(code, { eval: true, workerData: bundle() });
  started.on('message', ({ id, errors }: Answer) => waiting.get(id)?.(errors));
  started.unref();
  return started;
}

/** The package imports folders, which Node refuses: bundled once per version of it. */
function bundle(): string {
  const file = join(cache, `bundle-${version}.js`);
  if (!existsSync(file)) {
    buildSync({
      stdin: { contents: `export { HiveSQL, TrinoSQL } from 'dt-sql-parser';`, resolveDir: __dirname },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: file,
      logLevel: 'error',
    });
  }
  return file;
}
