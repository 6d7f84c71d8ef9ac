import { detailDefaults, type DetailOptions } from './detail-options';
import { type MessageOptions, messageDefaults } from './message-options';
import type { QuickSightOptions } from './quick-sight-options';
import { trailDefaults, type TrailOptions } from './trail-options';

/** Where the data lies. */
export interface DataAccount {
  /**
   * Account that keeps and answers.
   * @example '100000000007'
   */
  readonly id: string;
  /**
   * Region of the bucket and of Athena, in the partition of the organization.
   * @example 'eu-central-1'
   */
  readonly region: string;
}

/**
 * Every option, described once: `docs/configuration.md` is made of these words. What an option is when it is left out is in
 * `defaults`, or said with `@default` where it is looked up or stands for nothing.
 */
export interface Options extends DetailOptions, MessageOptions {
  /**
   * Region of the stacks and of every collector: exactly one, or reports would be collected twice. Must be named when
   * several accounts are, and with `credentialEvents`.
   * @default that of the command line's profile
   * @example 'eu-central-1'
   */
  readonly region?: string;
  /**
   * Account from which the organization's stacks are deployed: the management account, or a delegated administrator of
   * StackSets, which needs `region`, `managementAccountId` and `delegatedAdministratorAccountId`.
   * @example 'delegated-administrator'
   */
  readonly deployFrom?: 'management' | 'delegated-administrator';
  /**
   * The management account. Must be named when the data lies elsewhere or a delegated administrator deploys.
   * @default looked up while deploying
   * @example '100000000001'
   */
  readonly managementAccountId?: string;
  /**
   * The account that deploys, only with `deployFrom: 'delegated-administrator'`.
   * @default none
   * @example '100000000002'
   */
  readonly delegatedAdministratorAccountId?: string;
  /**
   * Another account for bucket, Athena and everything that asks it. Needs `region` and `managementAccountId`.
   * @default the account that deploys, in `region`
   */
  readonly dataAccount?: DataAccount;
  /**
   * Ids of the organization and of its root.
   * @default looked up while deploying
   */
  readonly organization?: {
    /**
     * Id of the organization.
     * @example 'o-ab12cd34ef'
     */
    readonly id: string;
    /**
     * Id of its root.
     * @example 'r-ab12'
     */
    readonly rootId: string;
  };
  /**
   * Whether the deployment activates trusted access for StackSets; it is never deactivated. A delegated administrator
   * cannot.
   * @example false
   */
  readonly activateTrustedAccess?: boolean;
  /**
   * Organizational units whose accounts are collected, units below them included; or the root alone. The management
   * account is collected always.
   * @default the root, so every account
   * @example ['ou-ab12-cdefgh34']
   */
  readonly targets?: readonly string[];
  /**
   * Member accounts that get no collector. CloudFormation does not apply this to automatic deployment: an excluded account
   * that moves between units gets one all the same, and `coverage` shows it as `unexpected`.
   * @example ['100000000009']
   */
  readonly excludedAccounts?: readonly string[];
  /**
   * Time of day in UTC at which the daily collection starts. The accounts are listed 15 minutes before;
   * coverage, digest and the alarms of a day come 6 hours and 5 minutes after.
   * @example '05:30'
   */
  readonly collectAt?: string;
  /**
   * Minutes over which the accounts are spread; Organizations throttles when all ask at once.
   * @example 120
   */
  readonly spreadMinutes?: number;
  /**
   * Days that reports, facts about users, run records, lists of accounts and their history are kept and can be asked for.
   * @example 730
   */
  readonly retentionDays?: number;
  /**
   * Customer managed key of the data account that encrypts the bucket. Its policy must let the account use it and the
   * organization's collectors call `kms:GenerateDataKey`.
   * @default keys that S3 manages
   * @example 'arn:aws:kms:eu-central-1:100000000007:key/11111111-2222-3333-4444-555555555555'
   */
  readonly kmsKeyArn?: string;
  /**
   * Managed policy that bounds every role, for organizations that demand one. It must exist in each account.
   * @default none
   * @example 'team/boundary'
   */
  readonly permissionsBoundary?: string;
  /**
   * Path before the path of every role, for organizations that demand one.
   * @example '/platform/'
   */
  readonly rolePathPrefix?: string;
  /**
   * Grants in Lake Formation, for accounts whose default is not "use only IAM access control". The role
   * `cdk-hnb659fds-cfn-exec-role-<account>-<region>`, as which CloudFormation acts, must be an administrator of Lake Formation.
   * @default none
   */
  readonly lakeFormation?: {
    /**
     * Roles or users that may ask every table and view; an empty list grants the deployment's role alone.
     * @example ['arn:aws:iam::100000000007:role/analyst']
     */
    readonly analysts: readonly string[];
  };
  /**
   * A dashboard in QuickSight, in the data account and region, which must have a subscription to QuickSight.
   * @default none
   */
  readonly quickSight?: QuickSightOptions;
  /**
   * A trail of CloudTrail that Athena asks: what a user, a key or the root user of any account did. The stack
   * `CredentialReportTrail` stands in the account of the trail's bucket.
   * @default none
   */
  readonly trail?: TrailOptions;
  /**
   * Tags of every stack and resource.
   * @example { 'cost-center': '42' }
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What an option is when it is left out; the options of a group, when the group is there. */
export const defaults = {
  deployFrom: 'management',
  activateTrustedAccess: true,
  excludedAccounts: [],
  collectAt: '03:00',
  spreadMinutes: 60,
  retentionDays: 400,
  rolePathPrefix: '/',
  trail: trailDefaults,
  tags: {},
  ...detailDefaults,
  ...messageDefaults,
} as const satisfies Omit<Options, 'trail'> & { readonly trail: Partial<TrailOptions> };
