import type { Construct } from 'constructs';
import { trailDatabaseName, trailWorkGroupName } from '../../config/names';
import { QueryDatabase } from '../data/query-database';

/** A question about one account and year reads less, and it costs a dollar. */
const maxScannedBytes = 200 * 1024 ** 3;

/** The database of a trail's table and views, and the workgroup that asks them. */
export class TrailDatabase extends QueryDatabase {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      database: {
        name: trailDatabaseName,
        description: 'What users, keys and root users did, from a trail of CloudTrail',
      },
      workGroup: {
        name: trailWorkGroupName,
        description: 'Asks the events of a trail; its settings cannot be overridden',
      },
      maxScannedBytes,
      // Athena keeps answers for a day in its own storage: no bucket is made beside the trail's.
      answers: { managedQueryResultsConfiguration: { enabled: true } },
    });
  }
}
