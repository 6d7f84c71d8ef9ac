import { createHash } from 'node:crypto';
import { jsonVocabulary } from '../json-vocabulary';
import type { Call } from '../call';
import { jsonProtocol, onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { notImplemented, ServiceError } from '../service-error';

/** A queue with messages in it; more are put into it from outside. */
export interface QueueData {
  readonly url: string;
  readonly arn: string;
  readonly messages: string[];
  /** In milliseconds of the organization's clock. */
  readonly visibilityTimeout: number;
}

interface Delivery {
  readonly id: number;
  readonly body: string;
  readonly sentAt: number;
  visibleAt: number;
  receiveCount: number;
}

/** SQS: ReceiveMessage, DeleteMessageBatch and the number of messages; messages that are not deleted come again after a while. */
export function sqsService(queues: readonly QueueData[]): Service {
  const deliveries = new Map<string, Delivery[]>();
  let nextId = 0;

  async function named(call: Call<JsonInput>, action: string, known: readonly string[]) {
    onlyMembers(call.input, `sqs:${action}`, ['QueueUrl', ...known]);
    const queue = queues.find(({ url }) => url === call.input['QueueUrl']);
    if (queue === undefined) {
      throw new ServiceError(
        'AWS.SimpleQueueService.NonExistentQueue',
        400,
        'The specified queue does not exist.',
      );
    }
    const permission = action.replace('Batch', '');
    await call.authorize({
      action: `sqs:${permission}`,
      resource: queue.arn,
      resourceAccountId: queue.arn.split(':')[4] ?? '',
    });
    const waiting = deliveries.get(queue.url) ?? [];
    deliveries.set(queue.url, waiting);
    for (const body of queue.messages.splice(0)) {
      waiting.push({ id: nextId++, body, sentAt: call.now.getTime(), visibleAt: 0, receiveCount: 0 });
    }
    return { queue, waiting };
  }

  return defineService<JsonInput, JsonOutput>({
    name: 'sqs',
    protocol: jsonProtocol('AmazonSQS', '1.0'),
    vocabulary: jsonVocabulary('RequestThrottled', 'InternalError'),
    actions: {
      async ReceiveMessage(call) {
        const known = ['MaxNumberOfMessages', 'WaitTimeSeconds', 'MessageSystemAttributeNames'];
        const { queue, waiting } = await named(call, 'ReceiveMessage', known);
        const most = Number(call.input['MaxNumberOfMessages'] ?? 1);
        if (!(most >= 1 && most <= 10)) throw notImplemented(`${most} messages at a time`);
        const now = call.now.getTime();
        const some = waiting.filter(({ visibleAt }) => visibleAt <= now).slice(0, most);
        for (const one of some) {
          one.visibleAt = now + queue.visibilityTimeout;
          one.receiveCount += 1;
        }
        return {
          Messages: some.map(({ id, body, receiveCount, sentAt }) => ({
            MessageId: String(id),
            ReceiptHandle: String(id),
            Body: body,
            MD5OfBody: createHash('md5').update(body).digest('hex'),
            Attributes: { ApproximateReceiveCount: String(receiveCount), SentTimestamp: String(sentAt) },
          })),
        };
      },
      async DeleteMessageBatch(call) {
        const { queue, waiting } = await named(call, 'DeleteMessageBatch', ['Entries']);
        const entries = call.input['Entries'] as readonly { Id: string; ReceiptHandle: string }[];
        const gone = new Set(entries.map(({ ReceiptHandle }) => ReceiptHandle));
        deliveries.set(
          queue.url,
          waiting.filter(({ id }) => !gone.has(String(id))),
        );
        return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
      },
      async GetQueueAttributes(call) {
        const { waiting } = await named(call, 'GetQueueAttributes', ['AttributeNames']);
        const { AttributeNames: names } = call.input;
        if (JSON.stringify(names) !== '["ApproximateNumberOfMessages"]')
          throw notImplemented(`the attributes ${JSON.stringify(names)} of a queue`);
        const now = call.now.getTime();
        const visible = waiting.filter(({ visibleAt }) => visibleAt <= now).length;
        return { Attributes: { ApproximateNumberOfMessages: String(visible) } };
      },
    },
  });
}
