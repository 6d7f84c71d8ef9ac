import { readTable } from './read-table';

/** What stands in the table of differences about an event. */
export interface Difference {
  /** `s3:ListBucket`; none where it cannot be known. */
  readonly actions: readonly string[];
  /** Whether the actions are of different resources, and the event does not say which is of which. */
  readonly anyResource: boolean;
  /** Where it is written, or why it cannot be known. */
  readonly reason: string;
}

/** What is known of events whose name is not the name of their action. Keys are `source name`. */
export interface EventTables {
  /** Prefixes of actions by event source, where they are not the source's name. */
  readonly services: ReadonlyMap<string, readonly string[]>;
  readonly differences: ReadonlyMap<string, Difference>;
  /** Why no permission is asked for. The name `*` stands for all events of a source. */
  readonly noPermission: ReadonlyMap<string, string>;
}

let tables: EventTables | undefined;

/** The tables, read once a process: nobody changes them meanwhile. */
export function eventTables(): EventTables {
  tables ??= {
    services: new Map(sources().map(([source, services]) => [source, services.split(' ')])),
    differences: new Map([...apiGateway(), ...differences()]),
    noPermission: new Map(
      readTable('no-permission.csv', ['event_source', 'event_name', 'reason']).map(
        ([source = '', name = '', reason = '']) => [`${source} ${name}`, reason],
      ),
    ),
  };
  return tables;
}

function sources(): readonly (readonly [source: string, services: string])[] {
  return readTable('event-sources.csv', ['event_source', 'services', 'reason']).map(
    ([source = '', services = '']) => [source, services],
  );
}

function differences(): readonly (readonly [string, Difference])[] {
  const columns = ['event_source', 'event_name', 'actions', 'resources', 'reason'];
  return readTable('differences.csv', columns).map(
    ([source = '', name = '', actions = '', resources = '', reason = '']) => [
      `${source} ${name}`,
      { actions: actions.split(' ').filter(Boolean), anyResource: resources === 'any', reason },
    ],
  );
}

/** Actions of API Gateway are the verbs of its calls. */
function apiGateway(): readonly (readonly [string, Difference])[] {
  return readTable('api-gateway.csv', ['event_name', 'action']).map(([name = '', action = '']) => [
    `apigateway.amazonaws.com ${name}`,
    {
      actions: action === '' ? [] : [action],
      anyResource: false,
      reason: action === '' ? 'two APIs have this call with different verbs' : 'the verb of the call',
    },
  ]);
}
