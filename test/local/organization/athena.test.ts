import { AthenaClient } from '@aws-sdk/client-athena';
import { runStatement } from '../../../lambda/shared/athena/run-statement';
import { startOrganization } from '../../../local/organization';
import { athenaService } from '../../../local/organization/athena/service';
import { management, smallOrganization, stoppedClock } from './small-organization';

/** Runs a statement whose caller may do everything but one action; undefined when it succeeds. */
async function failureWithout(action: string, sql: string): Promise<string | undefined> {
  const clock = stoppedClock();
  const organization = await startOrganization({
    organization: smallOrganization,
    buckets: [],
    now: clock.now,
    authorize: (request) => ({ allowed: request.action !== action }),
    services: [athenaService({ execute: () => Promise.resolve() })],
  });
  const athena = new AthenaClient({
    endpoint: organization.endpoint,
    region: 'eu-central-1',
    credentials: organization.credentials(management),
  });
  try {
    const deps = { athena, workGroup: 'w', database: 'd' };
    const sleep = (milliseconds: number) => Promise.resolve(clock.advance(milliseconds / 1000));
    await runStatement(sql, { ...deps, sleep, remainingMs: () => 60_000 });
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await organization.close();
  }
}

describe('Athena asks Glue in the name of whoever runs a statement', () => {
  const always = ['GetDatabase', 'GetDatabases', 'CreateDatabase'];
  test.each<[string, readonly string[]]>([
    ['CREATE EXTERNAL TABLE t (line string)', ['GetTables', 'GetTable', 'GetPartitions', 'CreateTable']],
    [
      'DROP TABLE IF EXISTS `t`',
      ['GetTable', 'GetPartitions', 'GetPartition', 'DeletePartition', 'DeleteTable'],
    ],
    ['-- a view\nCREATE OR REPLACE VIEW v AS SELECT 1', ['GetTable', 'CreateTable', 'UpdateTable']],
    ['DROP VIEW IF EXISTS v', ['GetTable', 'DeleteTable']],
    ['SELECT 1 FROM t', ['GetTable', 'GetTables', 'GetPartition', 'GetPartitions', 'BatchGetPartition']],
  ])('%s', async (sql, actions) => {
    for (const action of [...always, ...actions]) {
      expect(await failureWithout(`glue:${action}`, sql)).toMatch(
        `not authorized to perform: glue:${action}`,
      );
    }
    expect(await failureWithout('glue:GetUserDefinedFunctions', sql)).toBeUndefined();
  });
});
