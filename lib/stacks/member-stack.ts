import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings';
import { Collector } from '../constructs/collection/collector';
import { ReportDestination } from '../permissions/write-permissions';
import { templateSynthesizer } from './template-synthesizer';

/** What differs between installations; the StackSet fills it in. */
export const memberParameters = ['BucketName', 'DataAccountId', 'DataRegion', 'AccountNameRoleArn'] as const;

export interface MemberStackProps {
  readonly settings: Settings;
  readonly scheduleExpression: string;
}

/** The template that the StackSet puts into every member account: a collector, no asset, no bootstrap needed. */
export class MemberStack extends Stack {
  constructor(scope: Construct, id: string, { settings, scheduleExpression }: MemberStackProps) {
    super(scope, id, {
      // Accounts that are not bootstrapped would fail the default synthesizer's check.
      synthesizer: templateSynthesizer(),
      description: "Hands in this account's IAM credential report once a day",
    });
    const parameter = (name: (typeof memberParameters)[number], description: string) =>
      new CfnParameter(this, name, { description }).valueAsString;
    new Collector(this, 'Collector', {
      reports: new ReportDestination({
        bucketName: parameter('BucketName', 'Central bucket'),
        ownerAccountId: parameter('DataAccountId', 'Account that owns the bucket'),
        region: parameter('DataRegion', 'Region of the bucket'),
        kmsKeyArn: settings.kmsKeyArn,
      }),
      accountNameRoleArn: parameter('AccountNameRoleArn', "Role that reads this account's own name"),
      roles: settings.roles,
      userFacts: settings.userFacts,
      scheduleExpression,
      spreadMinutes: settings.spreadMinutes,
    });
  }
}
