import { Duration, Stack } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { digestEnvironment, digestTimeoutSeconds } from '../../../lambda/digest/contract';
import { prefixes } from '../../../lambda/report/object-key';
import { allow } from '../../permissions/allow';
import type { DigestSettings, RoleSettings } from '../../config/settings';
import { databaseName, workGroupName } from '../../config/names';
import type { NotificationChannels } from './notification-channels';
import { permissionsToQuery, type QueryScope } from '../../permissions/query-permissions';
import { runbook } from './runbook';
import { silentHours } from '../../config/timing';
import { DailySchedule } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';
import type { RunbookAlarms } from './runbook-alarms';

export interface DigestProps extends QueryScope, DigestSettings {
  readonly channels: NotificationChannels;
  readonly alarms: RunbookAlarms;
  readonly roles: RoleSettings;
  readonly scheduleExpression: string;
}

/**
 * Sends the organization's numbers, changes and findings to people, once a period. It is started every day, for
 * a weekly digest too: the first run of a period that can sends the digest, so a day that failed is made up for on the next, and an alarm
 * can miss it.
 */
export class Digest extends Construct {
  /** Asks Athena. */
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: DigestProps) {
    super(scope, id);
    const { every, owners, bucketName, roles } = props;
    const { partition, account } = Stack.of(this);
    const { function: digest, role } = new InlineFunction(this, 'Digest', {
      name: 'digest',
      description: 'Sends the digest of the credential reports',
      roles,
      timeoutSeconds: digestTimeoutSeconds,
      environment: {
        [digestEnvironment.bucket]: bucketName,
        [digestEnvironment.bucketOwner]: account,
        [digestEnvironment.workGroup]: workGroupName,
        [digestEnvironment.database]: databaseName,
        [digestEnvironment.every]: every,
        ...(owners === undefined ? {} : { [digestEnvironment.owners]: JSON.stringify(owners) }),
      },
    });
    this.role = role;
    for (const permission of permissionsToQuery(this, props)) allow(digest, permission);
    allow(digest, {
      actions: ['s3:PutObject'],
      resources: [`arn:${partition}:s3:::${bucketName}/${prefixes.digests}/*.json`],
      wildcard: 'one record for each period and channel',
    });
    props.channels.grantSend(digest);
    if (owners !== undefined) {
      allow(digest, {
        actions: ['sns:Publish'],
        resources: [...new Set(Object.values(owners.destinations))],
      });
    }
    new DailySchedule(this, 'Schedule', {
      function: digest,
      kind: 'digest-schedule',
      roles,
      expression: props.scheduleExpression,
    });
    const period = Duration.hours(1);
    props.alarms.whenAny(
      'DigestFailed',
      'The digest did not reach everybody, or could not be made.',
      runbook.digest,
      digest.metricErrors({ period }),
    );
    props.alarms.whenNone(
      'DigestNotRunning',
      `For ${silentHours} hours nobody looked whether a digest is due.`,
      runbook.digestNotRunning,
      digest.metricInvocations({ period }),
      silentHours,
    );
  }
}
