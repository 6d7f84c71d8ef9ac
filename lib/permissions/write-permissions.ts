import { Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { accountsEnvironment } from '../../lambda/accounts/contract';
import { collectorEnvironment } from '../../lambda/collector/contract';
import { prefixes } from '../../lambda/report/object-key';
import { allow } from './allow';

export interface ReportDestinationProps {
  readonly bucketName: string;
  readonly ownerAccountId: string;
  readonly region: string;
  /** Customer managed key of the bucket. @default keys that S3 manages */
  readonly kmsKeyArn: string | undefined;
}

/** Name of the central bucket: other accounts must know it, so it is computed. At most 63 characters. */
export function reportBucketName(accountId: string, region: string): string {
  return `credential-reports-${accountId}-${region}`;
}

/** `?` is exactly one character, so that nothing but a day fits between the slashes. */
export const anyDay = '????/??/??';

/** The central bucket as its writers see it, perhaps from another account. */
export class ReportDestination {
  constructor(private readonly props: ReportDestinationProps) {}

  /** Lets a collector hand in the report, the facts and the run record of its own account, and tells it where. */
  grantSubmit(collector: Function): void {
    const { account } = Stack.of(collector);
    this.grantPut(collector, [
      `${prefixes.reports}/${anyDay}/${account}-*.csv`,
      `${prefixes.facts}/${anyDay}/${account}.jsonl`,
      `${prefixes.runs}/${anyDay}/${account}.json`,
    ]);
    const { bucketName, ownerAccountId, region } = this.props;
    collector.addEnvironment(collectorEnvironment.bucket, bucketName);
    collector.addEnvironment(collectorEnvironment.bucketOwner, ownerAccountId);
    collector.addEnvironment(collectorEnvironment.bucketRegion, region);
  }

  /** Lets the accounts function hand in a day's list of accounts, and tells it where. */
  grantListing(accounts: Function): void {
    this.grantPut(accounts, [`${prefixes.accounts}/${anyDay}/accounts.jsonl`]);
    const { bucketName, ownerAccountId, region } = this.props;
    accounts.addEnvironment(accountsEnvironment.bucket, bucketName);
    accounts.addEnvironment(accountsEnvironment.bucketOwner, ownerAccountId);
    accounts.addEnvironment(accountsEnvironment.bucketRegion, region);
  }

  private grantPut(writer: Function, keys: readonly string[]): void {
    const { bucketName, kmsKeyArn } = this.props;
    const { partition } = Stack.of(writer);
    allow(writer, {
      actions: ['s3:PutObject'],
      resources: keys.map((key) => `arn:${partition}:s3:::${bucketName}/${key}`),
      wildcard: 'the account name in the key is not known beforehand, and changes',
    });
    if (kmsKeyArn !== undefined) allow(writer, { actions: ['kms:GenerateDataKey'], resources: [kmsKeyArn] });
  }
}
