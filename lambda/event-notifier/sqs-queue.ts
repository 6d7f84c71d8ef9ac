import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { EventQueue } from './event-queue';

/** SQS takes and hands over at most ten messages at a time. */
const batchSize = 10;

/** Events in a queue of SQS. */
export function sqsQueue(sqs: Pick<SQSClient, 'send'>, queueUrl: string): EventQueue {
  return {
    async receive() {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: batchSize,
          // A wait asks every server of the queue: without it messages may seem not to be there.
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
        }),
      );
      return (Messages ?? []).map(({ Body, ReceiptHandle, Attributes }) => ({
        body: Body ?? '',
        receipt: ReceiptHandle ?? '',
        receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
        sentAt: new Date(Number(Attributes?.SentTimestamp ?? Date.now())),
      }));
    },
    async remove(messages) {
      const problems: string[] = [];
      for (let start = 0; start < messages.length; start += batchSize) {
        const Entries = messages
          .slice(start, start + batchSize)
          .map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
        const { Failed } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
        problems.push(...(Failed ?? []).map(({ Message }) => Message ?? ''));
      }
      // What stays is reported again, which is better than never; the others are gone by now.
      if (problems.length > 0) {
        throw new Error(`${problems.length} reported events could not be removed: ${problems[0]}`);
      }
    },
  };
}

/** How many messages lie in a queue, about: SQS counts them by and by. @throws Error when SQS names no number */
export async function messagesIn(sqs: Pick<SQSClient, 'send'>, queueUrl: string): Promise<number> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  const count = Number(Attributes?.ApproximateNumberOfMessages);
  if (!Number.isInteger(count)) throw new Error(`SQS does not tell how many messages are in ${queueUrl}`);
  return count;
}
