import { periodOf } from '../../../lambda/digest/period';

test.each([
  ['week', '2026-11-23T06:00:00Z', { id: '2026-W48', days: 7 }],
  ['week', '2026-11-22T23:59:59Z', { id: '2026-W47', days: 7 }],
  // ISO 8601: a year's first week is the one with its first Thursday.
  ['week', '2027-01-01T06:00:00Z', { id: '2026-W53', days: 7 }],
  ['week', '2027-01-04T06:00:00Z', { id: '2027-W01', days: 7 }],
  ['week', '2024-12-30T06:00:00Z', { id: '2025-W01', days: 7 }],
  ['day', '2026-11-22T23:59:59Z', { id: '2026-11-22', days: 1 }],
] as const)('%s at %s', (every, at, period) => expect(periodOf(every, new Date(at))).toEqual(period));
