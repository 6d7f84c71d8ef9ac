import { metricLine } from '../../../lambda/coverage-check/metric-line';
import { coverage } from '../digest/rows';

const now = new Date('2026-11-22T09:05:00Z');

test('a day is one line in the embedded metric format, with what was measured under the names of the alarms', () => {
  const before = { silent_before: 3, newly_silent: 2 };
  const line = metricLine(coverage({ expected: 12, collected: 9, failed: 2, missing: 1, ...before }), 2, now);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'CredentialReport',
          Dimensions: [[]],
          Metrics: [
            'AccountsExpected',
            'AccountsCollected',
            'AccountsFailed',
            'AccountsMissing',
            'AccountsAlsoSilent',
          ].map((Name) => ({
            Name,
            Unit: 'Count',
          })),
        },
      ],
    },
    AccountsExpected: 12,
    AccountsCollected: 9,
    AccountsFailed: 2,
    AccountsMissing: 1,
    AccountsAlsoSilent: 2,
  });
});

test.each([
  ['no row', undefined, 'the query of the coverage answered no row, it must answer one'],
  [
    'no list of accounts, which is not the same as no account missing',
    coverage({ list_age_days: null }),
    'how many accounts are missing is not known',
  ],
])('refuses %s', (_, row, message) => expect(() => metricLine(row, 0, now)).toThrow(message));
