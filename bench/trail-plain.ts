import { DuckDBInstance } from '@duckdb/node-api';
import { report, timed } from './measuring';
import { trailAccount, trailUser } from './trail-data';

/** The same groups by DuckDB alone, which takes the files as they are. Argument: the folder. */
async function main() {
  const [folder = ''] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const record =
    'STRUCT("userIdentity" STRUCT("userName" VARCHAR, "accountId" VARCHAR, "accessKeyId" VARCHAR), "eventTime" VARCHAR, ' +
    '"eventSource" VARCHAR, "eventName" VARCHAR, "awsRegion" VARCHAR, "errorCode" VARCHAR, "sourceIPAddress" VARCHAR, ' +
    '"userAgent" VARCHAR, "requestParameters" JSON, "eventID" VARCHAR)';
  const sql = `SELECT
      r.userIdentity.accessKeyId, r.eventSource, r.eventName, r.errorCode, r.awsRegion, substr(r.eventTime, 1, 10) AS event_date,
      count(DISTINCT r.eventID) AS calls, min(r.eventTime), max(r.eventTime), list(DISTINCT r.sourceIPAddress),
      count(DISTINCT r.userAgent), list(DISTINCT r.requestParameters->>'bucketName')
    FROM (
      SELECT unnest(Records) AS r
      FROM read_json('${folder}/**/*.json.gz', columns = {Records: '${record}[]'}, maximum_object_size = 268435456)
    )
    WHERE r.userIdentity.userName = '${trailUser}' AND r.userIdentity.accountId = '${trailAccount}'
    GROUP BY ALL`;
  let calls = 0n;
  const all = await timed(async () => {
    const rows = (await connection.runAndReadAll(sql)).getRowObjects();
    calls = rows.reduce((sum, { calls: more }) => sum + BigInt(String(more)), 0n);
  });
  report({ all }, { calls: String(calls) });
}

void main();
