import type { CustomResourceEvent, CustomResourceResult } from '../shared/custom-resource/event';
import { runStatement, type StatementDependencies } from '../shared/athena/run-statement';
import { messageOf } from '../shared/runtime/message-of';
import { propagationMs } from '../shared/runtime/propagation';
import { unpackDdl, type ApplyDdlProperties } from './contract';
import { statementsToCreate, statementsToDelete, statementsToUpdate, type Step } from './plan';

/** What applying works with; work group and database come with the event. */
export interface ApplyDdlDependencies extends Omit<
  StatementDependencies,
  'workGroup' | 'database' | 'propagationMs'
> {
  /** Tells what a deletion could not take away. */
  readonly log: (line: string) => void;
}

/** Of the resource's whole life: another id would make CloudFormation delete what was just made. */
export const ddlId = 'athena-ddl';

/**
 * Makes, changes or drops the tables and views that the event names. A deletion never fails: what it leaves goes with the
 * database, and a stack that cannot be deleted could not be repaired either.
 * @throws StatementError with Athena's message of the first statement that fails
 */
export async function applyDdl(
  event: Pick<CustomResourceEvent, 'RequestType' | 'ResourceProperties' | 'OldResourceProperties'>,
  deps: ApplyDdlDependencies,
): Promise<CustomResourceResult> {
  const wanted = unpackDdl(event.ResourceProperties);
  const isDeletion = event.RequestType === 'Delete';
  const common = { ...deps, workGroup: wanted.WorkGroup, database: wanted.Database };
  const statement = isDeletion ? common : { ...common, propagationMs };
  for (const step of statementsOf(event, wanted)) {
    try {
      await runStep(step, statement);
    } catch (error) {
      if (!isDeletion) throw error;
      deps.log(`left where it is: ${messageOf(error)}`);
    }
  }
  return { physicalResourceId: ddlId };
}

/** A table that is there already, of a creation whose answer got lost, is made anew. */
async function runStep({ sql, ifThere }: Step, deps: StatementDependencies): Promise<void> {
  try {
    await runStatement(sql, deps);
  } catch (error) {
    if (ifThere === undefined || !/already ?exists/i.test(messageOf(error))) throw error;
    await runStatement(ifThere, deps);
    await runStatement(sql, deps);
  }
}

function statementsOf(
  event: Pick<CustomResourceEvent, 'RequestType' | 'OldResourceProperties'>,
  wanted: ApplyDdlProperties,
): Step[] {
  switch (event.RequestType) {
    case 'Create':
      return statementsToCreate(wanted);
    case 'Update':
      return statementsToUpdate(wanted, unpackDdl(event.OldResourceProperties ?? {}));
    case 'Delete':
      return statementsToDelete(wanted);
  }
}
