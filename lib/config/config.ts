import type { MessageOptions } from './messages';

/** Options that fit every arrangement of accounts. Each one may be left out. */
interface CommonOptions {
  /**
   * Ids of the organization and of its root.
   * @default looked up while deploying
   */
  readonly organization?: {
    /** `o-` and 10 to 32 letters or digits. */
    readonly id: string;
    /** `r-` and 4 to 32 letters or digits. */
    readonly rootId: string;
  };
  /**
   * Organizational units whose accounts are collected, units below them included; or the root alone.
   * The management account is collected always.
   * @default the root, so every account
   */
  readonly targets?: readonly string[];
  /**
   * Accounts that get no collector. CloudFormation does not apply this to automatic deployment: an excluded account
   * that moves between units gets one all the same, and `coverage` shows it as `unexpected`.
   * @default none
   */
  readonly excludedAccounts?: readonly string[];
  /**
   * Time of day in UTC, `HH:MM`, at which the daily collection starts. The accounts are listed 15 minutes before.
   * @default '03:00'
   */
  readonly collectAt?: string;
  /**
   * Minutes over which the accounts are spread, 1 to 180; Organizations throttles when all ask at once.
   * @default 60
   */
  readonly spreadMinutes?: number;
  /**
   * Days that reports, run records and account lists are kept and can be asked for.
   * @default 400
   */
  readonly retentionDays?: number;
  /**
   * ARN of a customer managed key that encrypts the bucket. Its policy must let the data account use it and the
   * organization's collectors call `kms:GenerateDataKey`.
   * @default keys that S3 manages
   */
  readonly kmsKeyArn?: string;
  /**
   * Name of a managed policy that bounds every role, for organizations that demand one. It must exist in each account.
   * @default none
   */
  readonly permissionsBoundary?: string;
  /**
   * Path before the path of every role, for organizations that demand one, such as `/platform/`.
   * @default '/'
   */
  readonly rolePathPrefix?: string;
  /**
   * What the list of accounts holds beside ids, names, states and units.
   * @default neither
   */
  readonly accountDetails?: { readonly tags?: boolean; readonly email?: boolean };
  /**
   * Grants in Lake Formation, for accounts whose default is not "use only IAM access control". Who deploys must be an
   * administrator of Lake Formation.
   * @default none
   */
  readonly lakeFormation?: {
    /** ARNs of roles or users that may ask every table and view; an empty list grants the deployment's role alone. */
    readonly analysts: readonly string[];
  };
  /**
   * A dashboard in QuickSight, in the data account and region, which must have a subscription to QuickSight.
   * @default none
   */
  readonly quickSight?: {
    /**
     * ARNs of users or groups of QuickSight in the data account that may see it, 1 to 64; such an ARN carries the region
     * in which QuickSight keeps its identities, `arn:aws:quicksight:us-east-1:<account>:group/default/security`.
     */
    readonly principalArns: readonly string[];
  };
  /**
   * Tags of every resource.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Where the data lies when it does not lie where the deployment runs. */
interface DataAccount {
  readonly id: string;
  /** In the partition of the organization. */
  readonly region: string;
}

/** Everything in the management account. */
interface OneAccount {
  readonly deployFrom?: 'management';
  /**
   * Region of the stacks and of every collector: exactly one, or reports would be collected twice.
   * @default the region of the command line's profile
   */
  readonly region?: string;
  /**
   * Whether the deployment activates trusted access for StackSets; it is never deactivated.
   * @default true
   */
  readonly activateTrustedAccess?: boolean;
  readonly managementAccountId?: never;
  readonly delegatedAdministratorAccountId?: never;
  readonly dataAccount?: never;
}

/** Deployed from the management account, the data lies in another. */
interface DataElsewhere {
  readonly deployFrom?: 'management';
  readonly region: string;
  /** @default true */
  readonly activateTrustedAccess?: boolean;
  readonly managementAccountId: string;
  readonly delegatedAdministratorAccountId?: never;
  readonly dataAccount: DataAccount;
}

/** Deployed from a delegated administrator of StackSets. Only the management account can activate trusted access. */
interface FromDelegatedAdministrator {
  readonly deployFrom: 'delegated-administrator';
  readonly region: string;
  readonly activateTrustedAccess?: never;
  readonly managementAccountId: string;
  readonly delegatedAdministratorAccountId: string;
  /** @default the delegated administrator's account, in `region` */
  readonly dataAccount?: DataAccount;
}

/** What an operator may set in `config.ts`. An empty object installs everything in the management account. */
export type Config = CommonOptions &
  MessageOptions &
  (OneAccount | DataElsewhere | FromDelegatedAdministrator);
