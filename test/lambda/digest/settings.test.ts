import { readSettings } from '../../../lambda/digest/settings';

const environment = {
  REPORT_BUCKET: 'bucket',
  REPORT_BUCKET_OWNER: '100000000001',
  WORK_GROUP: 'credential-report',
  DATABASE: 'credential_report',
  EVERY: 'week',
};
const now = new Date('2026-11-30T09:05:00Z');

test.each([
  [{ scheduled_at: '2026-11-23T09:05:00Z' }, '2026-W48', '2026-11-23T09:05:00.000Z'],
  [{}, '2026-W49', '2026-11-30T09:05:00.000Z'],
  // Sunday ends the week in which Monday began.
  [{ scheduled_at: '2026-11-29T09:05:00Z' }, '2026-W48', '2026-11-29T09:05:00.000Z'],
  [{ scheduled_at: '2026-11-23T09:05:00Z', attempt: 2 }, '2026-W48-attempt-2', '2026-11-23T09:05:00.000Z'],
])('%j is a run of period %s, scheduled for %s', (event, id, scheduledAt) => {
  const { run } = readSettings(event, environment, now);
  expect({ id: run.period.id, scheduledAt: run.scheduledAt.toISOString() }).toEqual({ id, scheduledAt });
});

test('a run of every day is about its day', () => {
  const { run } = readSettings({}, { ...environment, EVERY: 'day' }, now);
  expect(run.period).toEqual({ id: '2026-11-30', days: 1 });
});

test.each<[string, object, Record<string, string>, string]>([
  ['a time that is none', { scheduled_at: 'Monday' }, environment, 'received "Monday"'],
  [
    'an attempt that is none',
    { attempt: 0 },
    environment,
    'attempt must be a whole number from 1 to 99, received 0',
  ],
  ['no bucket', {}, { ...environment, REPORT_BUCKET: '' }, 'environment variable REPORT_BUCKET is missing'],
  [
    'an interval that is none',
    {},
    { ...environment, EVERY: 'month' },
    'EVERY is "month", allowed is week or day',
  ],
])('refuses %s', (_, event, variables, message) => {
  expect(() => readSettings(event, variables, now)).toThrow(message);
});
