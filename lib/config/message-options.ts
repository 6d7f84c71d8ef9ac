import { defaultDigestInterval, type DigestInterval } from '../../lambda/digest/contract';

/** The digest: coverage, numbers, findings and changes in one message. */
export interface DigestOptions {
  /**
   * How often, six hours after the collection starts. `'week'`: once an ISO week (in UTC), on its first day on which the
   * digest can be made; that is Monday, or a later day when Monday's run failed or did not come. The first digest comes
   * on the first day after the installation, and so does that of a channel that is new. `'day'`: every day, and a day
   * that failed is not made up for.
   * @example 'day'
   */
  readonly every?: DigestInterval;
  /**
   * Mail to those who own accounts, with the findings of their accounts. Needs `accountDetails: { tags: true }`.
   * @default none
   */
  readonly owners?: {
    /**
     * Tag of an account that names its owner.
     * @example 'team'
     */
    readonly tagKey: string;
    /**
     * Topic of each owner, by the tag's value. A topic in another account must let the digest's role publish.
     * @example { Payments: 'arn:aws:sns:eu-central-1:100000000007:payments-team' }
     */
    readonly destinations: Readonly<Record<string, string>>;
  };
}

/** Alarms about the collection, checked six hours after it starts. */
export interface AlarmOptions {
  /**
   * So many accounts may be missing or failed without an alarm.
   * @example 2
   */
  readonly toleratedAccounts?: number;
}

/** Of what the installation notifies, and whom. */
export interface MessageOptions {
  /**
   * Where messages go, one of the two at least; and then something to send: `digest`, `alarms` or `credentialEvents`.
   * @default nobody hears of anything
   */
  readonly notifications?: {
    /**
     * Addresses that get mail; each must confirm its subscription once.
     * @default no mail
     * @example ['security@example.com']
     */
    readonly emails?: readonly string[];
    /**
     * Secret in the data account whose text is the address of Slack's incoming webhook, encrypted with the key
     * `aws/secretsmanager`.
     * @default no Slack
     * @example 'arn:aws:secretsmanager:eu-central-1:100000000007:secret:slack-a1b2c3'
     */
    readonly slackWebhookSecretArn?: string;
    /**
     * Name of the organization in the subjects of messages.
     * @default its id, in digests
     * @example 'AnyCompany'
     */
    readonly organizationName?: string;
    /**
     * Pages that messages open; `dashboard --configured` opens users in the console through the same access portal.
     * @default AWS's own pages
     */
    readonly links?: {
      /**
       * The AWS access portal, through which users open in the console of their account.
       * @default the console of whichever account the reader is signed in to
       * @example 'https://anycompany.awsapps.com/start'
       */
      readonly accessPortalUrl?: string;
      /**
       * Permission set with which the portal opens an account; with it alone nothing is opened.
       * @default the reader chooses
       * @example 'SecurityAudit'
       */
      readonly accessPortalRole?: string;
      /**
       * The dashboard.
       * @default none
       * @example 'https://eu-central-1.quicksight.aws.amazon.com/sn/dashboards/credential-report'
       */
      readonly dashboardUrl?: string;
      /**
       * Where `docs/runbook.md` can be read.
       * @default its path in this repository
       * @example 'https://wiki.example.com/credential-report/runbook'
       */
      readonly runbookUrl?: string;
    };
  };
  /**
   * A message with coverage, numbers, findings and changes. `{}` takes every default.
   * @default no digest
   */
  readonly digest?: DigestOptions;
  /**
   * Alarms about the collection and about what reports on it, six hours after it starts. `{}` takes every default.
   * @default no alarms
   */
  readonly alarms?: AlarmOptions;
  /**
   * Messages within minutes of a new user, password, key or sign-in of a root user anywhere in the organization. Needs
   * `region`, and a CloudTrail trail in each account, which a trail of the organization is. They have stacks of their
   * own, which stay when the option just goes: `'remove'` takes them away with the next deployment.
   * @default no events
   * @example {}
   */
  readonly credentialEvents?: Readonly<Record<string, never>> | 'remove';
}

/** What an option of these groups is when the group is there and it is left out. */
export const messageDefaults = {
  digest: { every: defaultDigestInterval },
  alarms: { toleratedAccounts: 0 },
} as const satisfies MessageOptions;
