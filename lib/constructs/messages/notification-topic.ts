import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface NotificationTopicProps {
  readonly emails: readonly string[];
}

/** Mail to people: each address confirms once. Alarms publish to it too, see `RunbookAlarms`. */
export class NotificationTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { emails }: NotificationTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Credential report', enforceSSL: true });
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
  }
}
