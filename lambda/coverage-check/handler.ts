import { AthenaClient } from '@aws-sdk/client-athena';
import { digestCoverage } from '../../athena-ddl/questions/digest-coverage';
import { askAthena } from '../shared/athena/ask-athena';
import { variable } from '../shared/runtime/variable';
import { sleep } from '../shared/runtime/sleep';
import { coverageCheckEnvironment, coverageCheckReserveMs } from './contract';
import { metricLine } from './metric-line';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const ask = askAthena({
    athena: new AthenaClient({}),
    workGroup: variable(process.env, coverageCheckEnvironment.workGroup),
    database: variable(process.env, coverageCheckEnvironment.database),
    sleep,
    remainingMs: () => context.getRemainingTimeInMillis() - coverageCheckReserveMs,
  });
  const [coverage] = await ask(digestCoverage);
  const tolerated = Number(variable(process.env, coverageCheckEnvironment.toleratedAccounts));
  // Not console.log, which the runtime begins with a time and an id: the line must be JSON alone.
  process.stdout.write(`${metricLine(coverage, tolerated, new Date())}\n`);
}
