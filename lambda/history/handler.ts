import { S3Client } from '@aws-sdk/client-s3';
import { historyReserveMs } from './contract';
import { historyLines, problemsOf } from './history-lines';
import { runHistory } from './run-history';
import { s3HistoryStore } from './s3-history-store';
import { readSettings } from './settings';
import { todayOf } from './today';

export async function handler(event: unknown, context: { getRemainingTimeInMillis(): number }) {
  const { bucket, retentionDays } = readSettings(process.env);
  const now = new Date();
  const run = await runHistory({
    store: s3HistoryStore(new S3Client({}), bucket),
    today: todayOf(event, now),
    retentionDays,
    remainingMs: () => context.getRemainingTimeInMillis() - historyReserveMs,
  });
  // Not console.log, which the runtime begins with a time and an id: a line must be JSON alone.
  for (const line of historyLines(run, now)) process.stdout.write(`${line}\n`);
  const problems = problemsOf(run);
  if (problems.length > 0) throw new Error(problems.join('; '));
}
