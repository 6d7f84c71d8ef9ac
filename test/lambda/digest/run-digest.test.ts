import type { DigestRun } from '../../../lambda/digest/run-digest';
import { runDigest } from '../../../lambda/digest/run-digest';
import { DigestWorld } from './digest-world';

/** A Sunday; the last of its week. */
const run: DigestRun = {
  period: { id: '2026-W47', days: 7 },
  scheduledAt: new Date('2026-11-22T09:05:00Z'),
};

const title = 'Credential report 2026-W47: 0 silent accounts, 0 new findings, 4 console users';
const failure = 'Credential report 2026-W47: the digest could not be made';

test('every channel gets the digest, and the bucket knows', async () => {
  const world = new DigestWorld();
  await runDigest(world.deps(), run);
  expect(world.sent).toEqual([`mail: ${title}`, `slack: ${title}`]);
  expect([...world.records.values()].map(({ channel, status }) => `${channel} ${status}`)).toEqual([
    'mail sent',
    'slack sent',
  ]);
});

test('nothing is sent twice for one period, and a new period is sent', async () => {
  const world = new DigestWorld();
  await runDigest(world.deps(), run);
  await runDigest(world.deps(), run);
  expect(world.sent).toHaveLength(2);
  await runDigest(world.deps(), { ...run, period: { id: '2026-W48', days: 7 } });
  expect(world.sent).toHaveLength(4);
});

test('one channel failing stops no other, fails the run and is not sent again', async () => {
  const world = new DigestWorld();
  world.broken = { mail: new Error('SNS said no') };
  await expect(runDigest(world.deps(), run)).rejects.toThrow(
    'the digest of 2026-W47 did not reach everybody: mail: SNS said no',
  );
  expect(world.sent).toEqual([`slack: ${title}`]);
  world.broken = {};
  await expect(runDigest(world.deps(), run)).rejects.toThrow(
    'mail: was not delivered at 2026-11-23T06:00:00.000Z and is not sent twice: SNS said no',
  );
  expect(world.sent).toHaveLength(1);
});

test('a run that broke off while sending fails the next one instead of sending twice', async () => {
  const world = new DigestWorld();
  world.breaksOff = true;
  await expect(runDigest(world.deps(), run)).rejects.toThrow('mail: the connection was cut');
  world.breaksOff = false;
  await expect(runDigest(world.deps(), run)).rejects.toThrow(
    'slack: a run broke off while sending at 2026-11-23T06:00:00.000Z, it may have arrived and is not sent twice',
  );
  expect(world.sent).toHaveLength(2);
});

test('why a message was not sent is reported, also when that cannot be recorded', async () => {
  const world = new DigestWorld();
  world.breaksOff = true;
  world.broken = { mail: new Error('SNS said no') };
  await expect(runDigest(world.deps(), run)).rejects.toThrow(
    'mail: SNS said no; nor could its record be put',
  );
});

test('two runs at the same time send once', async () => {
  const world = new DigestWorld();
  const outcomes = await Promise.allSettled([runDigest(world.deps(), run), runDigest(world.deps(), run)]);
  expect(world.sent).toEqual([`mail: ${title}`, `slack: ${title}`]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('a record that is there and is not is no delivery', async () => {
  const world = new DigestWorld();
  const records = {
    ...world.deps().records,
    begin: () => Promise.resolve('exists' as const),
    read: () => Promise.resolve(undefined),
  };
  await expect(runDigest(world.deps({ records }), run)).rejects.toThrow(
    'mail: its record of 2026-W47 was there and is gone',
  );
  expect(world.sent).toEqual([]);
});

test('a digest that cannot query says so, once, and a retry still sends the digest', async () => {
  const world = new DigestWorld();
  world.failingQuery = 'digest_numbers';
  const message = 'the digest of 2026-W47 could not be made: TABLE_NOT_FOUND: line 3:8';
  await expect(runDigest(world.deps(), run)).rejects.toThrow(message);
  await expect(runDigest(world.deps(), run)).rejects.toThrow(message);
  expect(world.sent).toEqual([`mail: ${failure}`, `slack: ${failure}`]);
  expect(world.texts[0]).toContain('TABLE_NOT_FOUND: line 3:8');
  world.failingQuery = undefined;
  await runDigest(world.deps(), run);
  expect(world.sent.slice(2)).toEqual([`mail: ${title}`, `slack: ${title}`]);
});

test('owners get the findings of their accounts and which are silent, and no others', async () => {
  const world = new DigestWorld();
  const owners = {
    tagKey: 'team',
    channels: new Map(['pay', 'ops', 'old', 'web'].map((team) => [team, world.channel(`owner-${team}`)])),
  };
  await runDigest(world.deps({ channels: [], owners }), run);
  expect(world.sent).toEqual([
    'owner-pay: Credential report 2026-W47: 2 open findings in your accounts',
    // Nothing is known of it: that is not the same as nothing open.
    'owner-ops: Credential report 2026-W47: no open finding above info in your accounts, 1 silent account',
    'owner-old: Credential report 2026-W47: no open finding above info in your accounts',
    'owner-web: Credential report 2026-W47: no account has your tag',
  ]);
  const [pay, ops, old, web] = world.texts;
  expect(pay).toContain(
    'For 1 account tagged team = pay: 2 open findings, 1 critical, 1 high.\n\nWHAT TO DO\n  console-mfa (critical)\n    - jane.doe in Payments',
  );
  expect(pay).not.toContain('Sandbox');
  expect(ops).toContain(
    'For 1 account tagged team = ops: no open finding above info.\n\nWHAT TO DO\n  1 silent account: no report of today, so nothing is known of their users. What\n    to do: docs/runbook.md, "Accounts are missing or failed"\n    - Data (100000000009): missing since 2026-11-10, for 13 days; last report\n      2026-11-09\n\n',
  );
  expect(old).toContain('For 1 account tagged team = old: no open finding above info.\n\nAn account belongs');
  expect(web).toContain('The lists of accounts of the last 7 days have no account tagged team = web.\n\nAn');
});

test('owners and everybody share what was asked', async () => {
  const world = new DigestWorld();
  const owners = { tagKey: 'team', channels: new Map([['ops', world.channel('owner-ops')]]) };
  await runDigest(world.deps({ owners }), run);
  expect(world.sent).toHaveLength(3);
  expect(world.asked.filter((query) => query === 'digest_gaps')).toHaveLength(1);
});
