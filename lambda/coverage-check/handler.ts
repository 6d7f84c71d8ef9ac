import { AthenaClient } from '@aws-sdk/client-athena';
import { askQueries } from '../shared/athena/ask-queries';
import digestCoverage from '../../athena-ddl/queries/functions/digest_coverage.sql';
import { variable } from '../shared/runtime/variable';
import { sleep } from '../shared/runtime/sleep';
import { coverageCheckEnvironment, coverageCheckReserveMs, coverageQuery } from './contract';
import { metricLine } from './metric-line';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const ask = askQueries(
    { [coverageQuery]: digestCoverage },
    {
      athena: new AthenaClient({}),
      workGroup: variable(process.env, coverageCheckEnvironment.workGroup),
      database: variable(process.env, coverageCheckEnvironment.database),
      sleep,
      remainingMs: () => context.getRemainingTimeInMillis() - coverageCheckReserveMs,
    },
  );
  const [coverage] = await ask(coverageQuery);
  const tolerated = Number(variable(process.env, coverageCheckEnvironment.toleratedAccounts));
  // Not console.log, which the runtime begins with a time and an id: the line must be JSON alone.
  process.stdout.write(`${metricLine(coverage, tolerated, new Date())}\n`);
}
