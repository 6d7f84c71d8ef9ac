import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs';
import { sqsQueue } from '../../../lambda/event-notifier/sqs-queue';

const url = 'https://sqs.us-east-1.amazonaws.com/100000000001/events';
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    body: '',
    receipt: `r${index}`,
    receiveCount: 1,
    sentAt: new Date(0),
  }));

/** SQS that removes what is asked for but these receipts, and notes each batch. */
function sqsThatKeeps(kept: readonly string[]) {
  const batches: string[][] = [];
  const send = (command: unknown) => {
    if (!(command instanceof DeleteMessageBatchCommand)) throw new Error('another call than expected');
    const { QueueUrl, Entries = [] } = command.input;
    expect(QueueUrl).toBe(url);
    expect(new Set(Entries.map(({ Id }) => Id)).size).toBe(Entries.length);
    batches.push(Entries.map(({ ReceiptHandle = '' }) => ReceiptHandle));
    const failed = Entries.filter(({ ReceiptHandle = '' }) => kept.includes(ReceiptHandle));
    return Promise.resolve({
      Failed: failed.map(({ Id, ReceiptHandle }) => ({
        Id,
        Message: `busy ${ReceiptHandle}`,
        SenderFault: false,
      })),
    });
  };
  return { queue: sqsQueue({ send }, url), batches };
}

test('messages are removed ten at a time, every one once', async () => {
  const { queue, batches } = sqsThatKeeps([]);
  await queue.remove(messages(23));
  expect(batches.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect(batches.flat()).toEqual(messages(23).map(({ receipt }) => receipt));
});

test('what SQS does not remove fails the run, after the other batches were removed', async () => {
  const { queue, batches } = sqsThatKeeps(['r3', 'r9', 'r12']);
  await expect(queue.remove(messages(23))).rejects.toThrow('3 reported events could not be removed: busy r3');
  expect(batches.map(({ length }) => length)).toEqual([10, 10, 3]);
});
