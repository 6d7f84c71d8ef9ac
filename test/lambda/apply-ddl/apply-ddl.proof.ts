import { AthenaClient } from '@aws-sdk/client-athena';
import { applyDdl } from '../../../lambda/apply-ddl/apply-ddl';
import { packDdl, type ApplyDdlProperties } from '../../../lambda/apply-ddl/contract';
import { athenaService } from '../../../local/organization/athena/service';
import type { AthenaQuery, PlantedOutcome } from '../../../local/organization/athena/athena-props';
import { startOrganization, type EmbeddedOrganization, type Fault } from '../../../local/organization';
import { tableFiles, viewFiles, type SqlFile } from '../../../athena-ddl/sql-files';
import { management, smallOrganization, stoppedClock } from '../../local/organization/small-organization';
import { DuckDbCatalog } from './duckdb-catalog';

const bucket = 'credential-reports-100000000001-eu-central-1';
const sqlObject = ({ name, text }: SqlFile) => ({ name, sql: text });
const model: ApplyDdlProperties = {
  WorkGroup: 'credential-report',
  Database: 'credential_report',
  Placeholders: { bucket, retentionDays: '400' },
  Tables: tableFiles().map(sqlObject),
  Views: viewFiles().map(sqlObject),
};
/** All tables, and views that read them and each other. */
const few: ApplyDdlProperties = { ...model, Views: model.Views.slice(0, 6) };
const sorted = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name).sort();

const open: EmbeddedOrganization[] = [];
afterEach(async () => {
  for (const organization of open.splice(0)) await organization.close();
});

/** An account with Athena, and the resource's Lambda with 900 s on the organization's clock. */
async function account(faults: Fault[] = [], outcome?: (query: AthenaQuery) => PlantedOutcome | undefined) {
  const catalog = await DuckDbCatalog.open(bucket);
  const clock = stoppedClock();
  const organization = await startOrganization({
    organization: smallOrganization,
    buckets: [],
    now: clock.now,
    faults,
    services: [athenaService({ execute: catalog.execute, ...(outcome && { outcome }) })],
  });
  open.push(organization);
  const athena = new AthenaClient({
    endpoint: organization.endpoint,
    region: 'eu-central-1',
    credentials: organization.credentials(management),
    maxAttempts: 1,
  });
  const log: string[] = [];
  const apply = (
    RequestType: 'Create' | 'Update' | 'Delete',
    wanted: ApplyDdlProperties,
    former?: ApplyDdlProperties,
  ) => {
    const deadline = clock.now().getTime() + 870_000;
    return applyDdl(
      {
        RequestType,
        ResourceProperties: { ...packDdl(wanted) },
        ...(former && { OldResourceProperties: { ...packDdl(former) } }),
      },
      {
        athena,
        sleep: (milliseconds) => Promise.resolve(clock.advance(milliseconds / 1000)),
        remainingMs: () => deadline - clock.now().getTime(),
        log: (line) => log.push(line),
      },
    );
  };
  return { apply, catalog, clock, organization, log };
}

const changedTable: ApplyDdlProperties = {
  ...few,
  Tables: few.Tables.map((table) =>
    table.name === 'account_line'
      ? { ...table, sql: table.sql.replace('line string', 'text string') }
      : table,
  ),
};
const small: ApplyDdlProperties = { ...few, Views: [], Tables: few.Tables.slice(0, 1) };
const brokenView: ApplyDdlProperties = {
  ...few,
  Views: [
    ...few.Views,
    { name: 'broken', sql: 'CREATE OR REPLACE VIEW broken AS SELECT nothing FROM nowhere' },
  ],
};

describe('on AWS as emulated, with tables and views that really exist', () => {
  test('creates every table and view, in an order that works', async () => {
    const { apply, catalog } = await account();
    expect(await apply('Create', model)).toEqual({ physicalResourceId: 'athena-ddl' });
    expect(await catalog.names('BASE TABLE')).toEqual(sorted(model.Tables));
    expect(await catalog.names('VIEW')).toEqual(sorted(model.Views));
    const table = catalog.statements.find((sql) => sql.startsWith('CREATE EXTERNAL TABLE credential_report'));
    expect(table).toContain(`LOCATION 's3://${bucket}/credential-reports/'`);
    expect(table).toContain("'projection.dt.range' = 'NOW-400DAYS,NOW'");
    expect(table).toContain(`s3://${bucket}/credential-reports/\${dt}/`);
  });

  test('a creation drops nothing: Lake Formation denies a drop of what is not there', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    expect(catalog.statements.filter((sql) => sql.startsWith('DROP'))).toEqual([]);
  });

  test('a creation makes a table anew that is there with another definition', async () => {
    const { apply, catalog } = await account();
    await apply('Create', { ...changedTable, Views: [] });
    catalog.statements.length = 0;
    await apply('Create', small);
    // Only what succeeds is kept: the first try found the table there.
    expect(catalog.statements.map((sql) => sql.split(' ').slice(0, 3).join(' '))).toEqual([
      'DROP TABLE IF',
      'CREATE EXTERNAL TABLE',
    ]);
    expect(catalog.statements.at(-1)).toContain('line string');
  });

  test('a new table of an update is not dropped before', async () => {
    const { apply, catalog } = await account();
    await apply('Create', small);
    catalog.statements.length = 0;
    await apply('Update', { ...few, Views: [] }, small);
    expect(catalog.statements.filter((sql) => sql.startsWith('DROP'))).toEqual([]);
  });

  test('an update drops and creates what changed, replaces views, and keeps its id', async () => {
    const { apply, catalog } = await account();
    const { Views } = few;
    await apply('Create', few);
    catalog.statements.length = 0;
    // A view that reads the changed column would fail; this update only wants the tables and no view.
    expect(await apply('Update', { ...changedTable, Views: [] }, few)).toEqual({
      physicalResourceId: 'athena-ddl',
    });
    expect(catalog.statements).toEqual([
      ...[...Views].reverse().map(({ name }) => `DROP VIEW IF EXISTS ${name}`),
      'DROP TABLE IF EXISTS `account_line`',
      expect.stringContaining('text string'),
    ]);
  });

  test('a changed retention changes the tables that name it', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    catalog.statements.length = 0;
    await apply('Update', { ...few, Placeholders: { bucket, retentionDays: '30' } }, few);
    const created = catalog.statements.filter((sql) => sql.startsWith('CREATE EXTERNAL TABLE'));
    expect(created.length).toBeGreaterThanOrEqual(3);
    for (const sql of created) expect(sql).toContain('NOW-30DAYS,NOW');
  });

  test('an update without a change of tables leaves them alone', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    catalog.statements.length = 0;
    await apply('Update', few, few);
    expect(catalog.statements).toEqual(few.Views.map(({ sql }) => sql));
  });

  test('a failed update is rolled back to what was there', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    await expect(apply('Update', brokenView, few)).rejects.toThrow(
      /nowhere.*\(in: CREATE OR REPLACE VIEW broken/s,
    );
    await apply('Update', few, brokenView);
    expect(await catalog.names('VIEW')).toEqual(sorted(few.Views));
    expect(await catalog.names('BASE TABLE')).toEqual(sorted(few.Tables));
  });

  test('a failed creation is cleaned up by the deletion that CloudFormation sends', async () => {
    const { apply, catalog } = await account();
    await expect(apply('Create', brokenView)).rejects.toThrow('nowhere');
    await apply('Delete', brokenView);
    expect([...(await catalog.names('VIEW')), ...(await catalog.names('BASE TABLE'))]).toEqual([]);
  });

  test('a second creation, after the tables stayed, starts over', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    await apply('Create', few);
    expect(await catalog.names('BASE TABLE')).toEqual(sorted(few.Tables));
  });

  test('a deletion drops what was made', async () => {
    const { apply, catalog } = await account();
    await apply('Create', few);
    await apply('Delete', few);
    expect([...(await catalog.names('VIEW')), ...(await catalog.names('BASE TABLE'))]).toEqual([]);
  });
});

const start = 'athena:StartQueryExecution';
const get = 'athena:GetQueryExecution';
const message = 'SYNTAX_ERROR: line 1:8: Column x cannot be resolved';

describe('what goes wrong', () => {
  test.each<[string, Fault[], (() => PlantedOutcome | undefined) | undefined, RegExp]>([
    [
      'a statement that Athena fails',
      [],
      () => ({ state: 'FAILED', reason: message }),
      /SYNTAX_ERROR: line 1:8/,
    ],
    [
      'a statement that somebody cancels',
      [],
      () => ({ state: 'CANCELLED', reason: 'by a user' }),
      /was cancelled: by a user/,
    ],
    ['a query that never ends', [], () => ({ state: 'RUNNING' }), /time is over.*still RUNNING/],
    [
      'throttling that never ends',
      [{ action: start, kind: 'throttling' }],
      undefined,
      /TooManyRequestsException/,
    ],
    [
      'a denial that does not pass',
      [{ action: start, kind: 'access-denied' }],
      undefined,
      /AccessDeniedException/,
    ],
    ['looks that stay denied', [{ action: get, kind: 'access-denied' }], undefined, /AccessDeniedException/],
    [
      'a denial by Glue that does not pass',
      [],
      () => ({ state: 'FAILED', reason: 'User is not authorized to perform: glue:CreateTable' }),
      /glue:CreateTable/,
    ],
    ['Athena out of order', [{ action: start, kind: 'server-error' }], undefined, /InternalServerException/],
    ['a lost look', [{ action: get, kind: 'server-error' }], undefined, /InternalServerException/],
    [
      'a failure that Athena calls retryable, again and again',
      [],
      () => ({ state: 'FAILED', reason: 'busy', retryable: true }),
      /busy \(in: CREATE EXTERNAL TABLE account_line/,
    ],
  ])('%s fails the deployment with the message', async (_, faults, outcome, expected) => {
    const { apply, clock } = await account(faults, outcome);
    const begun = clock.now().getTime();
    await expect(apply('Create', small)).rejects.toThrow(expected);
    expect(clock.now().getTime() - begun).toBeLessThanOrEqual(870_000);
  });

  test.each<[string, Fault[]]>([
    ['throttled starts', [{ action: start, kind: 'throttling', times: 4 }]],
    ['throttled looks', [{ action: get, kind: 'throttling', times: 6 }]],
    ['permissions that propagate', [{ action: start, kind: 'access-denied', times: 8 }]],
    [
      'looks that are denied until permissions have propagated',
      [{ action: get, kind: 'access-denied', times: 8 }],
    ],
    [
      'denials that only their name tells',
      [
        {
          action: start,
          kind: 'error',
          times: 3,
          error: { code: 'AccessDeniedException', status: 400, message: 'no' },
        },
      ],
    ],
    ['slow answers', [{ action: get, kind: 'slow', milliseconds: 20, times: 2 }]],
  ])('%s pass', async (_, faults) => {
    const { apply, catalog } = await account(faults);
    await apply('Create', small);
    expect(await catalog.names('BASE TABLE')).toEqual(sorted(small.Tables));
  });

  test.each<[string, string, boolean]>([
    ['Glue denies until permissions have propagated', 'Insufficient permissions to execute the query', false],
    ['Athena fails once and calls it retryable', 'INTERNAL_ERROR', true],
  ])('%s', async (_, reason, retryable) => {
    let failures = 2;
    const { apply, catalog } = await account([], () =>
      failures-- > 0 ? { state: 'FAILED', reason, retryable } : undefined,
    );
    await apply('Create', small);
    expect(await catalog.names('BASE TABLE')).toEqual(sorted(small.Tables));
  });

  test.each([
    'User is not authorized to perform: glue:CreateTable with an explicit deny in a service control policy',
    'not authorized to perform: glue:CreateTable because no service control policy allows the glue:CreateTable action',
    'not authorized to perform: glue:CreateTable because no permissions boundary allows the action',
  ])('what cannot pass ends at once: %s', async (reason) => {
    const { apply, clock } = await account([], () => ({ state: 'FAILED', reason }));
    const begun = clock.now().getTime();
    await expect(apply('Create', small)).rejects.toThrow('glue:CreateTable');
    expect(clock.now().getTime() - begun).toBeLessThan(10_000);
  });

  test('a deletion never blocks a removal: it tells what it left, and goes on', async () => {
    const { apply, log, clock } = await account([], ({ sql }) =>
      sql.startsWith('DROP')
        ? { state: 'FAILED', reason: 'not authorized to perform: glue:DeleteTable' }
        : undefined,
    );
    await apply('Create', few);
    const begun = clock.now().getTime();
    expect(await apply('Delete', few)).toEqual({ physicalResourceId: 'athena-ddl' });
    expect(log).toHaveLength(few.Views.length + few.Tables.length);
    expect(log[0]).toMatch(/^left where it is: not authorized to perform: glue:DeleteTable/);
    // A denial is final then: nothing waits for permissions.
    expect(clock.now().getTime() - begun).toBeLessThan(log.length * 5_000);
  });

  test('a query that never ends is stopped', async () => {
    const { apply, organization } = await account([], () => ({ state: 'RUNNING' }));
    await expect(apply('Create', small)).rejects.toThrow('time is over');
    expect(organization.requests.at(-1)?.action).toBe('athena:StopQueryExecution');
  });
});
