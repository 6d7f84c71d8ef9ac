import { CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { trailTable, trailViews } from '../../../athena-ddl/sql-files';
import { applyDdlTimeoutSeconds, packDdl } from '../../../lambda/apply-ddl/contract';
import { trailDatabaseName, trailWorkGroupName } from '../../config/names';
import type { RoleSettings, TrailSettings } from '../../config/settings';
import { allow } from '../../permissions/allow';
import { permissionsToDefineTrail, trailFolder } from '../../permissions/trail-permissions';
import { checkPayload } from '../data/check-payload';
import { InlineFunction } from '../function/inline-function';

export interface TrailModelProps {
  readonly trail: TrailSettings;
  readonly roles: RoleSettings;
}

/** The table and views of `athena-ddl/trail/`, made through Athena as those of the reports are. */
export class TrailModel extends Construct {
  /** The database must be there before it. */
  readonly resource: CustomResource;

  constructor(scope: Construct, id: string, { trail, roles }: TrailModelProps) {
    super(scope, id);
    const { function: applyDdl } = new InlineFunction(this, 'ApplyDdl', {
      name: 'apply-ddl',
      description: "Makes the table and views of a trail's events while deploying",
      roles,
      timeoutSeconds: applyDdlTimeoutSeconds,
    });
    for (const permission of permissionsToDefineTrail(this, trail)) allow(applyDdl, permission);
    const properties = packDdl({
      WorkGroup: trailWorkGroupName,
      Database: trailDatabaseName,
      Placeholders: {
        trail: `s3://${trail.bucket}/${trailFolder(trail)}`,
        regions: trail.regions.join(','),
        retentionDays: String(trail.retentionDays),
      },
      Tables: [trailTable()].map(({ name, text }) => ({ name, sql: text })),
      Views: trailViews().map(({ name, text }) => ({ name, sql: text })),
    });
    checkPayload(properties);
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::AthenaDdl',
      serviceToken: applyDdl.functionArn,
      serviceTimeout: Duration.seconds(applyDdlTimeoutSeconds),
      properties: { ...properties },
    });
    this.resource.node.addDependency(applyDdl);
  }
}
