import type { DigestInterval } from '../../lambda/digest/contract';

/** Where messages go; at least one of the two. */
export interface Notifications {
  /**
   * Addresses that get mail; each must confirm its subscription once.
   * @default no mail
   */
  readonly emails?: readonly string[];
  /**
   * ARN of a secret in the data account whose text is the address of Slack's incoming webhook, encrypted with the key
   * `aws/secretsmanager`.
   * @default no Slack
   */
  readonly slackWebhookSecretArn?: string;
}

/** The digest: coverage, numbers, findings and changes in one message. */
export interface DigestOptions {
  /**
   * How often, six hours after the collection starts. `'week'`: once an ISO week (in UTC), on its first day on which the
   * digest can be made; that is Monday, or a later day when Monday's run failed or did not come. The first digest comes
   * on the first day after the installation, and so does that of a channel that is new. `'day'`: every day, and a day
   * that failed is not made up for.
   * @default 'week'
   */
  readonly every?: DigestInterval;
  /**
   * Mail to those who own accounts, with the findings of their accounts: `tagKey` is the tag of an account that names
   * its owner, `destinations` the ARN of a topic for each value. A topic in another account must let the digest's role
   * publish. Needs `accountDetails: { tags: true }`.
   * @default none
   */
  readonly owners?: { readonly tagKey: string; readonly destinations: Readonly<Record<string, string>> };
}

/** Alarms about the collection, checked six hours after it starts. */
export interface AlarmOptions {
  /**
   * So many accounts may be missing or failed without an alarm.
   * @default 0
   */
  readonly toleratedAccounts?: number;
}

/** Nothing is sent, no alarm is made. */
interface NoMessages {
  readonly notifications?: never;
  readonly digest?: never;
  readonly alarms?: never;
  readonly credentialEvents?: 'remove';
}

/** Somebody hears of what is collected. */
interface Messages {
  readonly notifications: Notifications;
  /** @default no digest */
  readonly digest?: DigestOptions;
  /** @default no alarms */
  readonly alarms?: AlarmOptions;
  /**
   * Messages within minutes of a new user, password, key or sign-in of a root user anywhere in the organization. Needs
   * `region`, and a CloudTrail trail in each account, which a trail of the organization is. They have stacks of their
   * own, which stay when the option just goes: `'remove'` takes them away with the next deployment.
   * @default no events
   */
  readonly credentialEvents?: Readonly<Record<string, never>> | 'remove';
}

/** What the installation tells, and to whom. */
export type MessageOptions = NoMessages | Messages;
