import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { prefixes } from '../../../lambda/report/object-key';
import type { RoleSettings } from '../../config/settings';
import { anyDay } from '../../permissions/write-permissions';
import { executionRoleArn } from '../../permissions/execution-role';
import { roleArns } from '../../permissions/roles';

/** Who may write into the bucket from other accounts. */
export interface ReportWriters {
  readonly organizationId: string;
  /** Account of the accounts function when it is not the bucket's own. */
  readonly listingAccountId: string | undefined;
  readonly roles: RoleSettings;
}

export interface ReportBucketPolicyProps extends ReportWriters {
  readonly bucket: Bucket;
  readonly kmsKeyArn: string | undefined;
}

/**
 * Who may do what with the bucket. Members put their own account's objects of a day, nobody rewrites a report or its facts, nobody
 * deletes, and only the bucket's account reads: to every other one nothing but puts is allowed. Statements that allow
 * leave the bucket's own account out, whose roles have policies of their own.
 */
export class ReportBucketPolicy extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ReportBucketPolicyProps,
  ) {
    super(scope, id);
    const { reports, facts, runs } = prefixes;
    this.allowCollectors();
    if (props.listingAccountId !== undefined) this.allowAccountList(props.listingAccountId);
    const everywhere = [props.bucket.bucketArn, props.bucket.arnForObjects('*')];
    this.deny('OnlyTls', ['s3:*'], everywhere, { Bool: { 'aws:SecureTransport': 'false' } });
    // Replication into the bucket would delete and rewrite too.
    const deleting = [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:ReplicateDelete',
      's3:ReplicateObject',
    ];
    this.deny('NothingIsDeleted', deleting, this.keys('*'));
    // A lifecycle deletes, and without versions a put rewrites, whatever objects' own permissions say.
    this.deny(
      'OnlyDeploymentsChangeHowLongObjectsAreKept',
      ['s3:PutLifecycleConfiguration', 's3:PutBucketVersioning'],
      [props.bucket.bucketArn],
      { ArnNotEquals: { 'aws:PrincipalArn': executionRoleArn(this) } },
    );
    this.deny(
      // `*` matches slashes: without this, a deeper path could carry another account's id.
      'NoDeeperPaths',
      ['s3:PutObject'],
      this.keys(...[reports, facts, runs].map((prefix) => `${prefix}/${anyDay}/*/*`)),
    );
    this.deny('ReportsAreWrittenOnce', ['s3:PutObject'], this.keys(`${reports}/*`, `${facts}/*`), {
      Null: { 's3:if-none-match': 'true' },
    });
    this.denyForeignHistory();
    this.denyForeignEncryption();
    // In an archive an object fails every query, or is passed over in silence.
    this.deny('OnlyStandardStorage', ['s3:PutObject'], this.keys('*'), {
      Null: { 's3:x-amz-storage-class': 'false' },
      StringNotEquals: { 's3:x-amz-storage-class': 'STANDARD' },
    });
  }

  private allowCollectors(): void {
    const { partition, account } = Stack.of(this);
    const own = '${aws:PrincipalAccount}';
    this.add(
      new PolicyStatement({
        sid: 'CollectorsHandInTheirOwn',
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: this.keys(
          `${prefixes.reports}/${anyDay}/${own}-*.csv`,
          `${prefixes.facts}/${anyDay}/${own}.jsonl`,
          `${prefixes.runs}/${anyDay}/${own}.json`,
        ),
        conditions: {
          StringEquals: { 'aws:PrincipalOrgID': this.props.organizationId },
          StringNotEquals: { 'aws:PrincipalAccount': account },
          ArnLike: { 'aws:PrincipalArn': roleArns(partition, '*', 'collector', this.props.roles) },
        },
      }),
    );
  }

  private allowAccountList(accountId: string): void {
    const { partition } = Stack.of(this);
    this.add(
      new PolicyStatement({
        sid: 'TheAccountsAreListed',
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: this.keys(`${prefixes.accounts}/${anyDay}/accounts.jsonl`),
        conditions: {
          StringEquals: { 'aws:PrincipalOrgID': this.props.organizationId },
          ArnLike: { 'aws:PrincipalArn': roleArns(partition, accountId, 'accounts', this.props.roles) },
        },
      }),
    );
  }

  /** What views read as the past: no administrator of the account writes it either. */
  private denyForeignHistory(): void {
    const { partition, account } = Stack.of(this);
    this.deny('OnlyTheHistoryFunctionWritesHistory', ['s3:PutObject'], this.keys(`${prefixes.history}/*`), {
      ArnNotLike: { 'aws:PrincipalArn': roleArns(partition, account, 'history', this.props.roles) },
    });
  }

  /** An object under a key that the data account cannot use would fail every query. */
  private denyForeignEncryption(): void {
    const { kmsKeyArn } = this.props;
    const put = (sid: string, conditions: Record<string, unknown>) =>
      this.deny(sid, ['s3:PutObject'], this.keys('*'), conditions);
    put('OnlyTheBucketsEncryption', {
      Null: { 's3:x-amz-server-side-encryption': 'false' },
      StringNotEquals: { 's3:x-amz-server-side-encryption': kmsKeyArn === undefined ? 'AES256' : 'aws:kms' },
    });
    put('NoKeysOfCallers', { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } });
    if (kmsKeyArn === undefined) return;
    put('OnlyTheBucketsKey', {
      Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
      StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': kmsKeyArn },
    });
  }

  private deny(
    sid: string,
    actions: string[],
    resources: string[],
    conditions: Record<string, unknown> = {},
  ): void {
    const principals = [new AnyPrincipal()];
    this.add(new PolicyStatement({ sid, effect: Effect.DENY, principals, actions, resources, conditions }));
  }

  private keys(...patterns: readonly string[]): string[] {
    return patterns.map((pattern) => this.props.bucket.arnForObjects(pattern));
  }

  private add(statement: PolicyStatement): void {
    this.props.bucket.addToResourcePolicy(statement);
  }
}
