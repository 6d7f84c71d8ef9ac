import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Channel } from './channel';
import { channelEnvironment } from './contract';
import { mailChannel } from './mail-channel';
import { slackChannel } from './slack-channel';
import { readWebhookUrl } from './read-webhook-url';

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The channels that a function's environment names; topics and secrets may lie in another region. */
export function channelsOf(environment: Readonly<Record<string, string | undefined>>): Channel[] {
  const topic = environment[channelEnvironment.mailTopic];
  const secret = environment[channelEnvironment.slackSecret];
  return [
    ...(topic === undefined ? [] : [topicChannel('mail', topic)]),
    ...(secret === undefined ? [] : [slackChannel(() => webhookIn(secret), { fetch, sleep })]),
  ];
}

/** Mail through a topic. One attempt: an answer that got lost may stand for a mail that was sent. */
export function topicChannel(name: string, topicArn: string): Channel {
  return mailChannel(name, new SNSClient({ region: regionOf(topicArn), maxAttempts: 1 }), topicArn);
}

function webhookIn(secretArn: string): Promise<URL> {
  return readWebhookUrl(new SecretsManagerClient({ region: regionOf(secretArn) }), secretArn);
}

/** The region in an ARN. */
function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}
