/** Environment variables of every function that sends messages; each channel is there when its variable is. */
export const channelEnvironment = {
  /** ARN of the topic whose subscribers get mail. */
  mailTopic: 'MAIL_TOPIC_ARN',
  /** ARN of the secret whose text is the address of Slack's incoming webhook. */
  slackSecret: 'SLACK_WEBHOOK_SECRET_ARN',
  /** JSON of `ConfiguredContext`; absent when nothing is configured. */
  context: 'MESSAGE_CONTEXT',
} as const;

/** Pages that messages open, as far as the configuration names them. */
export interface MessageLinks {
  /** The AWS access portal, `https://<subdomain>.awsapps.com/start`, without a slash at its end. */
  readonly accessPortalUrl?: string;
  /** The permission set with which it opens an account. @default the reader chooses */
  readonly accessPortalRole?: string;
  /** The dashboard. */
  readonly dashboardUrl?: string;
  /** Where `docs/runbook.md` can be read. */
  readonly runbookUrl?: string;
}

/** What the configuration says to messages. */
export interface ConfiguredContext {
  readonly organization?: string;
  readonly links?: MessageLinks;
}

/** Where a heading of the runbook is read. */
export function runbookText({ runbookUrl = 'docs/runbook.md' }: MessageLinks, heading: string): string {
  return `${runbookUrl}, "${heading}"`;
}
