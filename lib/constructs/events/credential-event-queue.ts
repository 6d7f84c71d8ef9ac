import { Aws, Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { eventsRegion, notifierTimeoutSeconds } from '../../../lambda/event-notifier/contract';

/** A queue as those see it who work in another region of the same account. */
export interface QueuePlace {
  readonly arn: string;
  readonly url: string;
}

/** An event that could not be reported three times goes to the dead letters. */
const attempts = 3;

/** Names of the queues: the notifier must know them. */
const names = { events: 'credential-report-events', deadLetters: 'credential-report-event-dead-letters' };

/** The queues in the data account, where events of IAM arise. */
export function credentialEventQueues(
  partition: string,
  account: string,
): Record<keyof typeof names, QueuePlace> {
  const place = (name: string) => ({
    arn: `arn:${partition}:sqs:${eventsRegion}:${account}:${name}`,
    url: `https://sqs.${eventsRegion}.${Aws.URL_SUFFIX}/${account}/${name}`,
  });
  return { events: place(names.events), deadLetters: place(names.deadLetters) };
}

/** Holds credential events until the notifier has notified of them. */
export class CredentialEventQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    const deadLetters = new Queue(this, 'DeadLetters', {
      ...common,
      queueName: names.deadLetters,
      retentionPeriod: Duration.days(14), // the longest of SQS
    });
    this.queue = new Queue(this, 'Events', {
      ...common,
      queueName: names.events,
      // The messages ask for what is known of the events of so many days: `athena-ddl/queries/event_details.sql`.
      retentionPeriod: Duration.days(4),
      // Longer than a run, so that the next one does not take what this one works on.
      visibilityTimeout: Duration.seconds(notifierTimeoutSeconds + 60),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
    });
  }
}
