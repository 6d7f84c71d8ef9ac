import type { Call } from '../call';
import { jsonProtocol, onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service, type Vocabulary } from '../service';
import { notImplemented, ServiceError } from '../service-error';
import type { AthenaProps } from './athena-props';
import { glueUses } from './glue-use';
import { QueryDesk, type QueryRun } from './query-desk';
import { resultsPage } from './query-results';

const error = (code: string, message: string, status = 400) => new ServiceError(code, status, message);

const vocabulary: Vocabulary = {
  unknownKey: () =>
    error('UnrecognizedClientException', 'The security token included in the request is invalid.'),
  expiredKey: () => error('ExpiredTokenException', 'The security token included in the request is expired'),
  accessDenied: (message) => error('AccessDeniedException', message),
  throttling: () => error('TooManyRequestsException', 'Rate exceeded'),
  serverError: () => error('InternalServerException', 'Athena could not complete the request', 500),
};

/** Athena's calls around a query: it is started, looked at, stopped, and its answer read. */
export function athenaService(props: AthenaProps): Service {
  const desk = new QueryDesk(props);
  const granted = new Set<string>();

  const authorize = (call: Call<JsonInput>, action: string, workGroup: string) =>
    call.authorize({
      action: `athena:${action}`,
      resource: `arn:${call.world.directory.partition}:athena:${call.region}:${call.caller.accountId}:workgroup/${workGroup}`,
    });

  /** Asks Glue in the caller's name, each thing once. @returns why the query fails; undefined when it does not */
  async function deniedByGlue(
    call: Call<JsonInput>,
    sql: string,
    database = 'default',
  ): Promise<string | undefined> {
    const { accountId, arn: caller } = call.caller;
    const arn = (resource: string) =>
      `arn:${call.world.directory.partition}:glue:${call.region}:${accountId}:${resource}`;
    for (const use of glueUses(sql, database)) {
      const action = `glue:${use.action}`;
      const table = use.table === undefined ? [] : [arn(`table/${use.database}/${use.table}`)];
      for (const resource of [arn('catalog'), arn(`database/${use.database}`), ...table]) {
        const question = `${caller} ${action} ${resource}`;
        if (granted.has(question)) continue;
        if (!(await call.may({ action, resource })))
          return `Insufficient permissions to execute the query. User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`;
        granted.add(question);
      }
    }
    return undefined;
  }

  /** The query that a call names, once the caller may ask about its workgroup. */
  async function named(
    call: Call<JsonInput>,
    action: string,
    more: readonly string[] = [],
  ): Promise<QueryRun> {
    onlyMembers(call.input, `athena:${action}`, ['QueryExecutionId', ...more]);
    const run = desk.find(call.input['QueryExecutionId'], call.caller.accountId);
    if (run === undefined) throw error('InvalidRequestException', 'QueryExecution was not found');
    await authorize(call, action, run.query.workGroup);
    return run;
  }

  return defineService<JsonInput, JsonOutput>({
    name: 'athena',
    protocol: jsonProtocol('AmazonAthena', '1.1'),
    vocabulary,
    actions: {
      async StartQueryExecution(call) {
        const { input } = call;
        const known = ['QueryString', 'WorkGroup', 'QueryExecutionContext', 'ClientRequestToken'];
        onlyMembers(input, 'athena:StartQueryExecution', known);
        const { QueryString: sql, WorkGroup: workGroup, QueryExecutionContext: context } = input;
        if (typeof workGroup !== 'string') throw notImplemented('queries without a workgroup');
        const { Database: database } = (context ?? {}) as { Database?: string };
        if (typeof sql !== 'string' || sql === '')
          throw error('InvalidRequestException', 'QueryString is empty');
        await authorize(call, 'StartQueryExecution', workGroup);
        const query = { sql, workGroup, database, accountId: call.caller.accountId };
        return { QueryExecutionId: desk.start(query, call.now, await deniedByGlue(call, sql, database)) };
      },
      async GetQueryExecution(call) {
        const run = await named(call, 'GetQueryExecution');
        const { query, id } = run;
        const Status = await desk.status(run, call.now);
        const { scannedBytes } = props;
        return {
          QueryExecution: {
            ...{ QueryExecutionId: id, Query: query.sql, WorkGroup: query.workGroup, Status },
            ...(scannedBytes !== undefined && {
              Statistics: { DataScannedInBytes: scannedBytes, TotalExecutionTimeInMillis: 1500 },
            }),
          },
        };
      },
      async GetQueryResults(call) {
        const run = await named(call, 'GetQueryResults', ['NextToken']);
        if (props.results === undefined) throw notImplemented('results of queries');
        const { State: state } = await desk.status(run, call.now);
        if (state !== 'SUCCEEDED')
          throw error(
            'InvalidRequestException',
            `Query did not finish successfully. State: ${String(state)}`,
          );
        return resultsPage(await props.results(run.query), call.input['NextToken'], props.typeOf);
      },
      async StopQueryExecution(call) {
        desk.stop(await named(call, 'StopQueryExecution'));
        return {};
      },
    },
  });
}
