import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { Collector } from '../constructs/collection/collector';
import { dailyExpression } from '../constructs/function/daily-schedule';
import { ReportDestination, reportBucketName } from '../permissions/write-permissions';
import { accountNameRoleArn } from '../permissions/roles';
import { templateSynthesizer } from './template-synthesizer';
import { parseTimeOfDay } from '../config/timing';

export interface ManagementStackProps extends StackProps {
  readonly settings: Settings;
}

/**
 * `CredentialReportManagement`: the management account's own collector when a delegated administrator deploys the rest;
 * service-managed StackSets never reach the management account. Needs no bootstrap.
 */
export class ManagementStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: ManagementStackProps) {
    super(scope, id, { ...props, synthesizer: templateSynthesizer() });
    const { data, organization } = settings.places;
    const account = organization.account ?? this.account;
    const region = organization.region ?? this.region;
    const ownerAccountId = data.account ?? account;
    const dataRegion = data.region ?? region;
    new Collector(this, 'Collector', {
      reports: new ReportDestination({
        bucketName: reportBucketName(ownerAccountId, dataRegion),
        ownerAccountId,
        region: dataRegion,
        kmsKeyArn: settings.kmsKeyArn,
      }),
      accountNameRoleArn: accountNameRoleArn({ partition: this.partition, account, region }, settings.roles),
      roles: settings.roles,
      userFacts: settings.userFacts,
      scheduleExpression: dailyExpression(parseTimeOfDay(settings.collectAt)),
      spreadMinutes: settings.spreadMinutes,
    });
  }
}
