import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { digestCoverage } from '../../athena-ddl/questions/digest-coverage';
import { askAthena } from '../shared/athena/ask-athena';
import { variable } from '../shared/runtime/variable';
import { sleep } from '../shared/runtime/sleep';
import { checkAll } from './check-all';
import { coverageCheckEnvironment, coverageCheckReserveMs } from './contract';
import { listDays } from './list-days';
import { metricLine } from './metric-line';
import { volumeLines } from './volume-lines';
import { volumesOf } from './volumes';

const setting = (name: keyof typeof coverageCheckEnvironment) =>
  variable(process.env, coverageCheckEnvironment[name]);

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const ask = askAthena({
    athena: new AthenaClient({}),
    workGroup: setting('workGroup'),
    database: setting('database'),
    sleep,
    remainingMs: () => context.getRemainingTimeInMillis() - coverageCheckReserveMs,
  });
  const bucket = { name: setting('bucket'), owner: setting('bucketOwner') };
  const tolerated = Number(setting('toleratedAccounts'));
  const now = new Date();
  await checkAll([
    async () => volumeLines(volumesOf(await listDays(new S3Client({}), bucket, now)), now),
    async () => [metricLine((await ask(digestCoverage))[0], tolerated, now)],
  ]);
}
