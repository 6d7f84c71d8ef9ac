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
  const folder = mkdtempSync(join(tmpdir(), 'trino-tier-'));
  // Also when it is asked to end, and after the servers, which end then too.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const { outcomes, counted } = await runEverything(folder);
  const wrong = [...judge(outcomes, reviewed), ...judgeCounts(counted, expectedRequests)];
  console.log(`\n${outcomeTable(outcomes)}\n\n${requestTable(counted)}\n`);
  for (const one of wrong) console.error(`${one}\n`);
  console.log(`${outcomes.length + counted.length - wrong.length} passed, ${wrong.length} failed`);
  return wrong.length === 0 ? 0 : 1;
}

/** Longer than it takes on a slow machine; nothing waits without end. */
const mostMinutes = 60;

setTimeout(() => {
  console.error(`the tier did not end within ${mostMinutes} minutes`);
  process.exit(1);
}, mostMinutes * 60_000).unref();

// Servers and files end with this process, also when it is asked to end, more than once: who started it tells it again.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
