import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { historyEnvironment, historyMemory, historyTimeoutSeconds } from '../../../lambda/history/contract';
import { historySources } from '../../../lambda/report/history-source';
import { prefixes } from '../../../lambda/report/object-key';
import { historyAt, parseTimeOfDay } from '../../config/timing';
import type { RoleSettings } from '../../config/settings';
import { allow } from '../../permissions/allow';
import { DailySchedule, dailyExpression } from '../function/daily-schedule';
import { InlineFunction } from '../function/inline-function';

export interface HistoryProps {
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
  readonly retentionDays: number;
  readonly roles: RoleSettings;
}

/** Writes every day that is over as one file per source, so that the past stays cheap to ask. */
export class History extends Construct {
  /** Runs that failed, per hour. */
  readonly errors: IMetric;

  constructor(scope: Construct, id: string, props: HistoryProps) {
    super(scope, id);
    const { bucketName, kmsKeyArn, roles } = props;
    const { partition, account } = Stack.of(this);
    const { function: write } = new InlineFunction(this, 'Write', {
      name: 'history',
      description: 'Writes the days that are over as one file each; what was collected stays as it is',
      roles,
      timeoutSeconds: historyTimeoutSeconds,
      memorySize: historyMemory,
      environment: {
        [historyEnvironment.bucket]: bucketName,
        [historyEnvironment.bucketOwner]: account,
        [historyEnvironment.retentionDays]: String(props.retentionDays),
      },
    });
    const bucketArn = `arn:${partition}:s3:::${bucketName}`;
    const readable = [...historySources.map(({ name }) => `${name}/*`), `${prefixes.history}/*`];
    const wildcard = 'objects whose names are not known beforehand';
    allow(write, {
      actions: ['s3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringLike: { 's3:prefix': readable } },
    });
    allow(write, {
      actions: ['s3:GetObject'],
      resources: readable.map((keys) => `${bucketArn}/${keys}`),
      wildcard,
    });
    allow(write, {
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/${prefixes.history}/*`],
      wildcard,
    });
    if (kmsKeyArn !== undefined)
      allow(write, { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [kmsKeyArn] });
    new DailySchedule(this, 'Daily', {
      function: write,
      kind: 'history-schedule',
      roles,
      expression: dailyExpression(parseTimeOfDay(historyAt)),
    });
    this.errors = write.metricErrors({ period: Duration.hours(1) });
  }
}
