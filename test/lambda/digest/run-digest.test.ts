import type { Channel } from '../../../lambda/delivery/channel';
import { ownersQuery } from '../../../lambda/digest/contract';
import type { DeliveryRecord, DeliveryRecords } from '../../../lambda/digest/delivery-record';
import type { DigestPeriod } from '../../../lambda/digest/period';
import { runDigest, type RunDigestDependencies } from '../../../lambda/digest/run-digest';
import type { TextRow } from '../../../lambda/athena/text-row';
import { mailOf } from '../../../lambda/message/mail';
import { digestRows, payments, sandbox } from './rows';

const period: DigestPeriod = { id: '2026-W47', days: 7 };
const reason = new Error('TABLE_NOT_FOUND: line 3:8');

/** Records and channels in memory; a channel or a put can be broken. */
class World {
  readonly records = new Map<string, DeliveryRecord>();
  readonly sent: string[] = [];
  readonly texts: string[] = [];
  broken: Record<string, Error> = {};
  failingQuery: string | undefined;
  /** The records' store fails at the end of a delivery: the run breaks off. */
  breaksOff = false;

  channel(name: string): Channel {
    return {
      name,
      send: (document) => {
        const error = this.broken[name];
        if (error !== undefined) return Promise.reject(error);
        this.sent.push(`${name}: ${document.title}`);
        this.texts.push(mailOf(document).text);
        return Promise.resolve();
      },
    };
  }

  deps(given: Partial<RunDigestDependencies> = {}): RunDigestDependencies {
    return {
      ask: (query) =>
        query === this.failingQuery
          ? Promise.reject(reason)
          : Promise.resolve(query === ownersQuery ? owned : digestRows()[query]),
      channels: [this.channel('mail'), this.channel('slack')],
      records: this.store,
      now: () => new Date('2026-11-23T06:00:00Z'),
      ...given,
    };
  }

  private readonly store: DeliveryRecords = {
    begin: (record) => {
      const key = `${record.period}/${record.channel}`;
      if (this.records.has(key)) return Promise.resolve('exists');
      this.records.set(key, record);
      return Promise.resolve('begun');
    },
    end: (record) => {
      if (this.breaksOff) return Promise.reject(new Error('the connection was cut'));
      this.records.set(`${record.period}/${record.channel}`, record);
      return Promise.resolve();
    },
    read: (of, channel) => {
      const record = this.records.get(`${of}/${channel}`);
      return record === undefined ? Promise.reject(new Error('NoSuchKey')) : Promise.resolve(record);
    },
  };
}

const finding = (account: TextRow, tags: string | null, severity: string): TextRow => ({
  ...account,
  tags,
  severity,
  control: 'console-mfa',
  user_name: 'jane.doe',
  evidence: 'MFA off',
});
const owned = [
  finding(payments, '{"team":"pay"}', 'high'),
  finding(payments, '{"team":"pay"}', 'critical'),
  finding(sandbox, '{"team":"lab"}', 'low'),
  finding(sandbox, null, 'low'),
];

const title = 'Credential report 2026-W47: 0 accounts without a report, 0 new findings, 4 console users';
const failure = 'Credential report 2026-W47: the digest could not be made';

test('every channel gets the digest, and the bucket knows', async () => {
  const world = new World();
  await runDigest(world.deps(), period);
  expect(world.sent).toEqual([`mail: ${title}`, `slack: ${title}`]);
  expect([...world.records.values()].map(({ channel, status }) => `${channel} ${status}`)).toEqual([
    'mail sent',
    'slack sent',
  ]);
});

test('nothing is sent twice for one period, and a new period is sent', async () => {
  const world = new World();
  await runDigest(world.deps(), period);
  await runDigest(world.deps(), period);
  expect(world.sent).toHaveLength(2);
  await runDigest(world.deps(), { id: '2026-W48', days: 7 });
  expect(world.sent).toHaveLength(4);
});

test('one channel failing stops no other, fails the run and is not sent again', async () => {
  const world = new World();
  world.broken = { mail: new Error('SNS said no') };
  await expect(runDigest(world.deps(), period)).rejects.toThrow(
    'the digest of 2026-W47 did not reach everybody: mail: SNS said no',
  );
  expect(world.sent).toEqual([`slack: ${title}`]);
  world.broken = {};
  await expect(runDigest(world.deps(), period)).rejects.toThrow(
    'mail: was not delivered at 2026-11-23T06:00:00.000Z and is not sent twice: SNS said no',
  );
  expect(world.sent).toHaveLength(1);
});

test('a run that broke off while sending fails the next one instead of sending twice', async () => {
  const world = new World();
  world.breaksOff = true;
  await expect(runDigest(world.deps(), period)).rejects.toThrow('mail: the connection was cut');
  world.breaksOff = false;
  await expect(runDigest(world.deps(), period)).rejects.toThrow(
    'slack: a run broke off while sending at 2026-11-23T06:00:00.000Z, it may have arrived and is not sent twice',
  );
  expect(world.sent).toHaveLength(2);
});

test('a digest that cannot query says so, once, and a retry still sends the digest', async () => {
  const world = new World();
  world.failingQuery = 'digest_numbers';
  const message = 'the digest of 2026-W47 could not be made: TABLE_NOT_FOUND: line 3:8';
  await expect(runDigest(world.deps(), period)).rejects.toThrow(message);
  await expect(runDigest(world.deps(), period)).rejects.toThrow(message);
  expect(world.sent).toEqual([`mail: ${failure}`, `slack: ${failure}`]);
  expect(world.texts[0]).toContain('TABLE_NOT_FOUND: line 3:8');
  world.failingQuery = undefined;
  await runDigest(world.deps(), period);
  expect(world.sent.slice(2)).toEqual([`mail: ${title}`, `slack: ${title}`]);
});

test('owners get the findings of their accounts, and no others', async () => {
  const world = new World();
  const owners = {
    tagKey: 'team',
    channels: new Map([
      ['pay', world.channel('owner-pay')],
      ['ops', world.channel('owner-ops')],
    ]),
  };
  await runDigest(world.deps({ channels: [], owners }), period);
  expect(world.sent).toEqual([
    'owner-pay: Credential report 2026-W47: 2 open findings in your accounts',
    'owner-ops: Credential report 2026-W47: 0 open findings in your accounts',
  ]);
  expect(world.texts[0]).toContain(
    'For the accounts tagged team = pay: 2 open findings in 1 account, 1 critical, 1 high.\n\nCRITICAL\n  console-mfa: jane.doe in Payments',
  );
  expect(world.texts[0]).not.toContain('Sandbox');
});
