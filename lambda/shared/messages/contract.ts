/** Environment variables of every function that sends messages; each channel is there when its variable is. */
export const channelEnvironment = {
  /** ARN of the topic whose subscribers get mail. */
  mailTopic: 'MAIL_TOPIC_ARN',
  /** ARN of the secret whose text is the address of Slack's incoming webhook. */
  slackSecret: 'SLACK_WEBHOOK_SECRET_ARN',
} as const;
