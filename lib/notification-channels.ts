import { Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { channelEnvironment } from '../lambda/delivery/contract';
import { allow } from './allow';
import type { Place, Settings } from './config/settings';
import type { Construct } from 'constructs';

/** Name of the topic: functions in another region must know it. */
export const notificationTopicName = 'credential-report-notifications';

/** Where messages go, as those see it who send, perhaps from another region of the data account. */
export class NotificationChannels {
  constructor(
    /** Undefined without mail. */
    readonly topicArn: string | undefined,
    /** Undefined without Slack. */
    readonly slackSecretArn: string | undefined,
  ) {}

  /** The channels of an installation, their topic in the data account's region. */
  static of(scope: Construct, { notifications }: Settings, data: Place): NotificationChannels {
    const { partition, account, region } = Stack.of(scope);
    const place = `${data.region ?? region}:${data.account ?? account}`;
    return new NotificationChannels(
      notifications?.emails && `arn:${partition}:sns:${place}:${notificationTopicName}`,
      notifications?.slackWebhookSecretArn,
    );
  }

  /** Lets a function send, and tells it where. */
  grantSend(sender: Function): void {
    if (this.topicArn !== undefined) {
      allow(sender, { actions: ['sns:Publish'], resources: [this.topicArn] });
      sender.addEnvironment(channelEnvironment.mailTopic, this.topicArn);
    }
    this.grantSlack(sender);
  }

  /** Lets a function post to Slack alone. */
  grantSlack(sender: Function): void {
    if (this.slackSecretArn === undefined) return;
    allow(sender, { actions: ['secretsmanager:GetSecretValue'], resources: [this.slackSecretArn] });
    sender.addEnvironment(channelEnvironment.slackSecret, this.slackSecretArn);
  }
}
