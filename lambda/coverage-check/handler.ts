import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { digestCoverage } from '../../athena-ddl/questions/digest-coverage';
import { askAthena } from '../shared/athena/ask-athena';
import { sleep } from '../shared/runtime/sleep';
import { checkAll } from './check-all';
import { coverageCheckReserveMs } from './contract';
import { listDays } from './list-days';
import { metricLine } from './metric-line';
import { readSettings } from './settings';
import { volumeLines } from './volume-lines';
import { volumesOf } from './volumes';

export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const { where, bucket, tolerated } = readSettings(process.env);
  const remainingMs = () => context.getRemainingTimeInMillis() - coverageCheckReserveMs;
  const ask = askAthena({ athena: new AthenaClient({}), ...where, sleep, remainingMs });
  const now = new Date();
  await checkAll([
    async () => volumeLines(volumesOf(await listDays(new S3Client({}), bucket, now)), now),
    async () => [metricLine((await ask(digestCoverage))[0], tolerated, now)],
  ]);
}
