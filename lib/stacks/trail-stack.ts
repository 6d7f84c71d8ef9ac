import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { trailQueries } from '../../athena-ddl/sql-files';
import { trailDatabaseName } from '../config/names';
import type { RoleSettings, TrailSettings } from '../config/settings';
import { SavedQueries } from '../constructs/data/saved-queries';
import { TrailDatabase } from '../constructs/trail/trail-database';
import { TrailModel } from '../constructs/trail/trail-model';
import { TrailPolicy } from '../constructs/trail/trail-policy';
import { templateSynthesizer } from './template-synthesizer';

export interface TrailStackProps extends StackProps {
  readonly trail: TrailSettings;
  readonly roles: RoleSettings;
}

/** `CredentialReportTrail`: asks the files of a trail where they lie, in the account of their bucket. */
export class TrailStack extends Stack {
  constructor(scope: Construct, id: string, { trail, roles, ...props }: TrailStackProps) {
    // Without assets, so that a log archive needs no bootstrap.
    super(scope, id, { ...props, synthesizer: templateSynthesizer() });
    const database = new TrailDatabase(this, 'Database');
    new SavedQueries(this, 'SavedQueries', { database, queries: trailQueries() });
    const model = new TrailModel(this, 'Model', { trail, roles });
    model.resource.node.addDependency(database);
    const { policyArn } = new TrailPolicy(this, 'Analysts', { trail, roles });
    const output = (name: string, description: string, value: string) =>
      new CfnOutput(this, name, { description, value });
    output('WorkGroup', 'Choose it in Athena', database.workGroup.ref);
    output(
      'FirstQuestion',
      'What users did; it needs account, region and days of delivery',
      `SELECT * FROM ${trailDatabaseName}.credential_use WHERE account_id = '${this.account}' AND region = '${trail.regions[0] ?? ''}' AND dt >= date_format(current_date - interval '1' day, '%Y/%m/%d')`,
    );
    output('AnalystPolicy', 'Attach it to whoever may ask', policyArn);
  }
}
