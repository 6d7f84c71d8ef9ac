import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import expectedRequests from './expected-requests.json';
import { judgeCounts } from './counting/judge-counts';
import { outcomeTable, requestTable } from './report/tables';
import reviewed from './reviewed-differences.json';
import { judge } from './judge';
import { runEverything } from './run-everything';

/** The tier as a command: prints its tables, and fails when anything is not as it was reviewed. */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'trino-data-'));
  try {
    const { outcomes, counted } = await runEverything(folder);
    const wrong = [...judge(outcomes, reviewed), ...judgeCounts(counted, expectedRequests)];
    console.log(`\n${outcomeTable(outcomes)}\n\n${requestTable(counted)}\n`);
    for (const one of wrong) console.error(`${one}\n`);
    console.log(`${outcomes.length + counted.length - wrong.length} passed, ${wrong.length} failed`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Longer than it takes on a slow machine; nothing waits without end. */
const mostMinutes = 45;

setTimeout(() => {
  console.error(`the tier did not end within ${mostMinutes} minutes`);
  process.exit(1);
}, mostMinutes * 60_000).unref();

// Servers end with this process, also when it is told to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
