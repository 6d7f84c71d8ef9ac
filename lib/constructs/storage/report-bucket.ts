import { Duration, RemovalPolicy, Token, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type CfnBucketPolicy,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { resultsPrefix } from '../../config/names';
import { prefixes } from '../../../lambda/report/object-key';
import { ReportBucketPolicy, type ReportWriters } from './report-bucket-policy';

export interface ReportBucketProps extends ReportWriters {
  readonly bucketName: string;
  readonly retentionDays: number;
  readonly kmsKeyArn: string | undefined;
}

/** Answers of queries are copies; who wants to keep one takes it within a week. */
const resultDays = 7;

/** What was replaced, such as a failed run record, is kept so many days. */
const replacedDays = 30;

/**
 * The central bucket. It stays with its policy when their stack goes, and `cdk deploy --import-existing-resources` takes both
 * back. CloudFormation finds them by their names, which must stand in the template as they are, without a function.
 */
export class ReportBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: ReportBucketProps) {
    super(scope, id);
    const { kmsKeyArn } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: props.bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...(kmsKeyArn === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : {
            encryption: BucketEncryption.KMS,
            encryptionKey: Key.fromKeyArn(this, 'Key', kmsKeyArn),
            bucketKeyEnabled: true,
          }),
      versioned: true,
      // A first deployment that fails takes the empty bucket away again, or it would block the next one.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const { reports, runs, facts, accounts, digests, events, history } = prefixes;
    // Those of messages too when they are off: what they left goes when its time comes.
    for (const prefix of [reports, runs, facts, accounts, digests, events, history])
      this.expire(prefix, props.retentionDays);
    this.expire(resultsPrefix, resultDays);
    this.bucket.addLifecycleRule({
      id: 'leftovers',
      abortIncompleteMultipartUploadAfter: Duration.days(1),
      noncurrentVersionExpiration: Duration.days(replacedDays),
      expiredObjectDeleteMarker: true,
    });
    new ReportBucketPolicy(this, 'Access', { ...props, bucket: this.bucket });
    this.keepPolicy(props.bucketName);
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Writes are one object per account and day with a run record each; data events of CloudTrail show access.',
    });
  }

  /** Kept whatever happens: it goes with its bucket, and a bucket that stays is never without it. */
  private keepPolicy(bucketName: string): void {
    const policy = this.bucket.policy?.node.defaultChild as CfnBucketPolicy;
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
    if (Token.isUnresolved(bucketName)) return; // a synthesis without credentials, from which nobody imports
    policy.bucket = bucketName;
    policy.addResourceDependency(this.bucket.node.defaultChild as CfnBucket);
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-S10',
      reason: 'OnlyTls denies it; the rule does not see that the name in the policy is that of the bucket.',
    });
  }

  /** Deletes what lies below a prefix so many days after it was written. */
  private expire(prefix: string, days: number): void {
    this.bucket.addLifecycleRule({ id: prefix, prefix: `${prefix}/`, expiration: Duration.days(days) });
  }
}
