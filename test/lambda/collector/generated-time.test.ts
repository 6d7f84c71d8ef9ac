import { oddGeneratedTime } from '../../../lambda/collector/generated-time';

const now = new Date('2026-11-22T12:00:00Z');

test.each([
  ['2026-11-22T12:05:00Z', undefined],
  ['2026-11-22T12:05:01Z', 'in the future'],
  ['2026-11-22T07:00:00Z', undefined],
  ['2026-11-22T06:59:59Z', 'more than 5 hours ago'],
  ['1970-01-01T00:00:00Z', 'more than 5 hours ago'],
])('a report of %s that comes at noon: %s', (generatedAt, odd) => {
  const time = new Date(generatedAt);
  expect(oddGeneratedTime(time, now)).toEqual(
    odd === undefined
      ? []
      : [
          `IAM generated the report at ${time.toISOString()}, ${odd}: the clock says 2026-11-22T12:00:00.000Z`,
        ],
  );
});

test('a report without a time is reported', () => {
  expect(oddGeneratedTime(undefined, now)).toEqual(['IAM does not say when it generated the report']);
});
