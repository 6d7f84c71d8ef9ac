import type { Channel } from '../../../lambda/shared/messages/channel';
import type { CredentialEvent } from '../../../lambda/event-notifier/credential-event';
import type { QueuedEvent } from '../../../lambda/event-notifier/event-queue';
import { notifyEvents, type NotifyDependencies } from '../../../lambda/event-notifier/notify-events';
import { detailsOf, event, rootLogin } from './events';

/** A queue, a bucket and channels in memory. */
class World {
  readonly kept = new Map<string, string>();
  readonly sent: string[] = [];
  broken: readonly string[] = [];
  remainingMs = 60_000;
  private readonly queue: { message: QueuedEvent; visible: boolean }[] = [];

  put(...bodies: readonly string[]): this {
    for (const body of bodies) {
      const receipt = String(this.queue.length);
      this.queue.push({ message: { body, receipt, receiveCount: 0, sentAt: new Date(0) }, visible: true });
    }
    return this;
  }

  get left(): number {
    return this.queue.length;
  }

  async run(): Promise<number> {
    for (const entry of this.queue) entry.visible = true;
    return notifyEvents(this.deps);
  }

  private get deps(): NotifyDependencies {
    return {
      queue: {
        receive: () => Promise.resolve(this.receive()),
        remove: (messages) => {
          const receipts = new Set(messages.map(({ receipt }) => receipt));
          this.queue.splice(
            0,
            Infinity,
            ...this.queue.filter(({ message }) => !receipts.has(message.receipt)),
          );
          return Promise.resolve();
        },
      },
      keep: ({ id, text }: CredentialEvent) => {
        if (this.broken.includes(id)) return Promise.reject(new Error('the bucket refused'));
        if (this.kept.has(id)) return Promise.resolve('exists');
        this.kept.set(id, text);
        return Promise.resolve('stored');
      },
      details: () => Promise.resolve(detailsOf([...this.kept.values()])),
      channels: ['mail', 'slack'].map((name) => this.channel(name)),
      context: { links: {}, consoleHost: 'console.aws.amazon.com' },
      remainingMs: () => this.remainingMs,
    };
  }

  private receive(): QueuedEvent[] {
    const some = this.queue.filter(({ visible }) => visible).slice(0, 10);
    for (const entry of some) {
      entry.visible = false;
      entry.message = { ...entry.message, receiveCount: entry.message.receiveCount + 1 };
    }
    return some.map(({ message }) => message);
  }

  private channel(name: string): Channel {
    return {
      name,
      send: (document) => {
        if (this.broken.includes(name)) return Promise.reject(new Error('refused'));
        this.sent.push(`${name}: ${document.title}`);
        return Promise.resolve();
      },
    };
  }
}

const keyTold = ['mail: Credential event: access key created', 'slack: Credential event: access key created'];

test('an empty queue tells nothing', async () => {
  const world = new World();
  expect(await world.run()).toBe(0);
  expect(world.sent).toEqual([]);
});

test('an event is kept as it came, reported to every channel and removed', async () => {
  const world = new World().put(event());
  expect(await world.run()).toBe(1);
  expect(world.sent).toEqual(keyTold);
  expect([...world.kept.values()]).toEqual([event()]);
  expect(world.left).toBe(0);
});

test('a burst of 200 users with duplicates is one message', async () => {
  const users = Array.from({ length: 200 }, (_, number) =>
    event({ number, detail: { eventName: 'CreateUser' } }),
  );
  const world = new World().put(...users, ...users.slice(0, 50));
  expect(await world.run()).toBe(200);
  expect(world.sent).toEqual([
    'mail: Credential event: 200 IAM users created',
    'slack: Credential event: 200 IAM users created',
  ]);
  expect(world.kept.size).toBe(200);
  expect(world.left).toBe(0);
});

test('a copy that comes after its event was reported is kept and reported no second time', async () => {
  const world = new World().put(event());
  await world.run();
  world.put(event(), rootLogin({ number: 2 }));
  expect(await world.run()).toBe(1);
  expect(world.sent.slice(2)).toEqual([
    'mail: Credential event: sign-in of the root user',
    'slack: Credential event: sign-in of the root user',
  ]);
});

test('one channel failing stops no other, and the run fails', async () => {
  const world = new World().put(event());
  world.broken = ['mail'];
  await expect(world.run()).rejects.toThrow('mail: refused');
  expect(world.sent).toEqual([keyTold[1]]);
  expect(world.left).toBe(0);
});

test('an event that no channel takes stays in the queue and is reported by the next run', async () => {
  const world = new World().put(event());
  world.broken = ['mail', 'slack'];
  await expect(world.run()).rejects.toThrow('no channel took 1 events: mail: refused; slack: refused');
  expect(world.left).toBe(1);
  expect(world.kept.size).toBe(1);
  world.broken = [];
  expect(await world.run()).toBe(1);
  expect(world.sent).toEqual(keyTold);
});

test('what cannot be read fails the run after the others were reported, and stays for the dead-letter queue', async () => {
  const world = new World().put('{}', event());
  await expect(world.run()).rejects.toThrow('an event must have id, account and time');
  expect(world.sent).toEqual(keyTold);
  expect(world.left).toBe(1);
});

test('an event that cannot be kept is reported all the same, and stays until it is kept; the others go', async () => {
  const lost = rootLogin({ number: 2 });
  const world = new World().put(event(), lost);
  world.broken = [(JSON.parse(lost) as { id: string }).id];
  await expect(world.run()).rejects.toThrow('an event could not be kept: the bucket refused');
  const both = 'Credential event: access key created, sign-in of the root user';
  expect(world.sent).toEqual([`mail: ${both}`, `slack: ${both}`]);
  expect(world.left).toBe(1);
  world.broken = [];
  expect(await world.run()).toBe(1);
  expect(world.sent.slice(2)).toEqual([
    'mail: Credential event: sign-in of the root user',
    'slack: Credential event: sign-in of the root user',
  ]);
  expect([...world.kept.values()]).toEqual([event(), lost]);
  expect(world.left).toBe(0);
});

test('a burst larger than a run takes is reported in several messages', async () => {
  const users = Array.from({ length: 2_005 }, (_, number) =>
    event({ number, detail: { eventName: 'CreateUser' } }),
  );
  const world = new World().put(...users);
  expect(await world.run()).toBe(2_000);
  expect(world.left).toBe(5);
  expect(await world.run()).toBe(5);
  expect(world.sent.filter((one) => one.startsWith('mail'))).toEqual([
    'mail: Credential event: 2,000 IAM users created',
    'mail: Credential event: 5 IAM users created',
  ]);
});

test('without time nothing is taken, so that what is taken can be reported', async () => {
  const world = new World().put(event());
  world.remainingMs = 0;
  expect(await world.run()).toBe(0);
  expect(world.left).toBe(1);
});
