import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { runStatement, type StatementDependencies } from '../shared/athena/run-statement';
import { propagationMs, type ApplyDdlProperties } from './contract';
import { statementsToCreate, statementsToDelete, statementsToUpdate } from './plan';

/** What applying works with; work group and database come with the event. */
export type ApplyDdlDependencies = Omit<StatementDependencies, 'workGroup' | 'database' | 'propagationMs'>;

/** Of the resource's whole life: another id would make CloudFormation delete what was just made. */
export const ddlId = 'athena-ddl';

/**
 * Makes, changes or drops the tables and views that the event names.
 * @throws StatementError with Athena's message of the first statement that fails
 */
export async function applyDdl(
  event: Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties' | 'OldResourceProperties'>,
  deps: ApplyDdlDependencies,
): Promise<CustomResourceResult> {
  const wanted = propertiesOf(event.ResourceProperties);
  for (const sql of statementsOf(event, wanted)) {
    await runStatement(sql, {
      ...deps,
      workGroup: wanted.WorkGroup,
      database: wanted.Database,
      propagationMs,
    });
  }
  return { physicalResourceId: ddlId };
}

function statementsOf(
  event: Pick<CustomResourceEvent, 'RequestType' | 'OldResourceProperties'>,
  wanted: ApplyDdlProperties,
): string[] {
  switch (event.RequestType) {
    case 'Create':
      return statementsToCreate(wanted);
    case 'Update':
      return statementsToUpdate(wanted, propertiesOf(event.OldResourceProperties ?? {}));
    case 'Delete':
      return statementsToDelete(wanted);
  }
}

/** CloudFormation leaves out lists that are empty. */
function propertiesOf(properties: Readonly<Record<string, unknown>>): ApplyDdlProperties {
  const {
    WorkGroup = '',
    Database = '',
    Placeholders = {},
    Tables = [],
    Views = [],
  } = properties as Partial<ApplyDdlProperties>;
  return { WorkGroup, Database, Placeholders, Tables, Views };
}
