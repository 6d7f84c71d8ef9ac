import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { savedQueries } from '../../athena-ddl/sql-files';
import type { Lists } from '../config/lists';
import type { Settings } from '../config/settings';
import { AnalystPolicy } from '../constructs/data/analyst-policy';
import { History } from '../constructs/data/history';
import { LakeFormationGrants } from '../constructs/data/lake-formation-grants';
import { Messages } from '../constructs/messages/messages';
import { QuickSightDashboard } from '../constructs/quick-sight/quick-sight-dashboard';
import { QuickSightSource } from '../constructs/quick-sight/quick-sight-source';
import { ReportDatabase } from '../constructs/data/report-database';
import { DeployedLists } from '../constructs/storage/deployed-lists';
import { SavedQueries } from '../constructs/data/saved-queries';
import { SqlModel } from '../constructs/data/sql-model';
import { reportBucketName } from '../permissions/write-permissions';
import { completeAt } from '../config/timing';

export interface DataStackProps extends StackProps {
  readonly settings: Settings;
  readonly lists: Lists;
}

/** `CredentialReportData`: what asks the bucket, which is there before it. */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, { settings, lists, ...props }: DataStackProps) {
    super(scope, id, props);
    const { kmsKeyArn, retentionDays, roles, lakeFormation } = settings;
    const bucketName = reportBucketName(this.account, this.region);
    new DeployedLists(this, 'Lists', { bucketName, kmsKeyArn, roles, lists });
    const database = new ReportDatabase(this, 'Database', { bucketName, kmsKeyArn });
    const asked = { bucketName, kmsKeyArn, lakeFormation: lakeFormation !== undefined };
    const model = new SqlModel(this, 'Model', { ...asked, retentionDays, roles });
    model.resource.node.addDependency(database);
    // Those that only functions ask are not.
    new SavedQueries(this, 'Queries', { database, queries: savedQueries() });
    const analystPolicy = new AnalystPolicy(this, 'Analysts', { ...asked, roles });
    const history = new History(this, 'History', { bucketName, kmsKeyArn, retentionDays, roles });
    const messages = new Messages(this, 'Messages', { settings, ...asked, historyErrors: history.errors });
    const quickSight = settings.quickSight && {
      source: new QuickSightSource(this, 'QuickSight', { ...asked, roles }),
      ...settings.quickSight,
      refreshAt: completeAt(settings.collectAt),
    };
    quickSight?.source.dataSource.node.addDependency(model.resource);
    if (lakeFormation !== undefined) {
      const askers = [...messages.askers, ...(quickSight === undefined ? [] : [quickSight.source.role])];
      const analysts = [...lakeFormation.analysts, ...askers.map(({ roleArn }) => roleArn)];
      const grants = new LakeFormationGrants(this, 'Grants', { database, model, analysts });
      quickSight?.source.dataSource.node.addDependency(grants);
    }
    if (quickSight !== undefined) new QuickSightDashboard(this, 'Dashboard', quickSight);
    const output = (name: string, description: string, value: string) =>
      new CfnOutput(this, name, { description, value });
    output(
      'WorkGroup',
      'Choose it in Athena: its saved queries answer after the first collection',
      database.workGroup.ref,
    );
    output(
      'FirstQuestion',
      'Which accounts reported',
      `SELECT * FROM ${database.database.ref}.latest_coverage`,
    );
    output('AnalystPolicy', 'Attach it to whoever may ask', analystPolicy.policyArn);
  }
}
