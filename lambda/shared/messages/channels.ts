import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Environment } from '../runtime/variable';
import { sleep } from '../runtime/sleep';
import type { Channel } from './channel';
import { channelEnvironment } from './contract';
import { mailChannel } from './mail-channel';
import type { SlackDependencies } from './post-to-slack';
import { slackChannel } from './slack-channel';
import { readWebhookUrl } from './read-webhook-url';

/** The channels that a function's environment names; topics and secrets may lie in another region. */
export function channelsOf(
  environment: Environment,
  slack: Pick<SlackDependencies, 'maxPauseSeconds'> = {},
): Channel[] {
  const topic = environment[channelEnvironment.mailTopic];
  const secret = environment[channelEnvironment.slackSecret];
  return [
    ...(topic === undefined ? [] : [topicChannel('mail', topic)]),
    ...(secret === undefined ? [] : [slackChannel(() => webhookIn(secret), { ...slack, fetch, sleep })]),
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
