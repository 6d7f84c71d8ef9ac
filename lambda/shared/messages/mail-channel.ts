import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { mailOf } from './mail';
import type { Channel } from './channel';

/** Mail to the subscribers of an SNS topic. The client must not retry what SNS may have accepted. */
export function mailChannel(name: string, sns: Pick<SNSClient, 'send'>, topicArn: string): Channel {
  return {
    name,
    async send(document) {
      const { subject, text } = mailOf(document);
      await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
    },
  };
}
