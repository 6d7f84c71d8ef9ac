import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

interface Answer {
  readonly id: number;
  readonly errors: readonly string[];
}

const root = join(__dirname, '../..');
const waiting = new Map<number, (errors: readonly string[]) => void>();
let worker: Worker | undefined;
let asked = 0;

/** What the real grammar of Hive's DDL or Trino's SQL has against a statement. */
export function syntaxErrors(dialect: 'hive' | 'trino', sql: string): Promise<readonly string[]> {
  worker ??= start();
  const id = asked++;
  worker.postMessage({ id, parser: dialect === 'hive' ? 'HiveSQL' : 'TrinoSQL', sql });
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
  const { version } = jest.requireActual<{ version: string }>('dt-sql-parser/package.json');
  const file = join(root, 'node_modules/.cache', `dt-sql-parser-${version}.js`);
  if (!existsSync(file)) {
    buildSync({
      stdin: { contents: `export { HiveSQL, TrinoSQL } from 'dt-sql-parser';`, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: file,
      logLevel: 'error',
    });
  }
  return file;
}
