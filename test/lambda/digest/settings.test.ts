import { readSettings } from '../../../lambda/digest/settings';

const environment = {
  REPORT_BUCKET: 'bucket',
  REPORT_BUCKET_OWNER: '100000000001',
  WORK_GROUP: 'credential-report',
  DATABASE: 'credential_report',
  RHYTHM: 'weekly',
};
const now = new Date('2026-11-30T09:05:00Z');

test.each([
  [{ scheduled_at: '2026-11-23T09:05:00Z' }, '2026-W48'],
  [{}, '2026-W49'],
  [{ scheduled_at: '2026-11-23T09:05:00Z', attempt: 2 }, '2026-W48-attempt-2'],
])('%j is for period %s', (event, id) => expect(readSettings(event, environment, now).period.id).toBe(id));

test.each<[string, object, Record<string, string>, string]>([
  ['a time that is none', { scheduled_at: 'Monday' }, environment, 'received "Monday"'],
  [
    'an attempt that is none',
    { attempt: 0 },
    environment,
    'attempt must be a whole number from 1 to 99, received 0',
  ],
  ['no bucket', {}, { ...environment, REPORT_BUCKET: '' }, 'environment variable REPORT_BUCKET is missing'],
])('refuses %s', (_, event, variables, message) => {
  expect(() => readSettings(event, variables, now)).toThrow(message);
});
