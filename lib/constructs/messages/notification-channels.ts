import type { Function } from 'aws-cdk-lib/aws-lambda';
import { channelEnvironment, type ConfiguredContext } from '../../../lambda/shared/messages/contract';
import { allow } from '../../permissions/allow';

/** Where messages go. */
export class NotificationChannels {
  constructor(
    /** Undefined without mail. */
    readonly topicArn: string | undefined,
    /** Undefined without Slack. */
    readonly slackSecretArn: string | undefined,
    /** What messages know of the organization, and the pages that they open. */
    readonly context: ConfiguredContext,
  ) {}

  /** Lets a function send, and tells it where. */
  grantSend(sender: Function): void {
    if (this.topicArn !== undefined) {
      allow(sender, { actions: ['sns:Publish'], resources: [this.topicArn] });
      sender.addEnvironment(channelEnvironment.mailTopic, this.topicArn);
    }
    if (Object.keys(this.context).length > 0) {
      sender.addEnvironment(channelEnvironment.context, JSON.stringify(this.context));
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
