import { propertiesOf, synthesize } from '../synthesize';

/** Every alarm as CloudWatch judges it, against what is written here by hand. */

const { data } = synthesize({
  region: 'eu-central-1',
  notifications: { emails: ['security@example.com'] },
  digest: {},
  alarms: { toleratedAccounts: 2 },
  credentialEvents: {},
});

interface Watched {
  readonly Namespace: string;
  readonly MetricName: string;
}
interface Alarm {
  readonly AlarmDescription: string;
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Statistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly {
    readonly Expression?: string;
    readonly Id: string;
    readonly ReturnData?: boolean;
    readonly MetricStat?: { readonly Metric: Watched; readonly Period: number; readonly Stat: string };
  }[];
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly TreatMissingData: string;
}
const alarms = propertiesOf<Alarm>(data, 'AWS::CloudWatch::Alarm');

/** What it measures: a metric, or an expression with the metrics that its names stand for. */
function measured({ Namespace, MetricName, Statistic, Period, Metrics = [] }: Alarm): string {
  if (MetricName !== undefined) return `${Statistic} of ${Namespace} ${MetricName} in ${Period} s`;
  const parts = Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat === undefined
      ? []
      : [
          `${Id}: ${MetricStat.Stat} of ${MetricStat.Metric.Namespace} ${MetricStat.Metric.MetricName} in ${MetricStat.Period} s`,
        ],
  );
  return [Metrics.find(({ Expression }) => Expression !== undefined)?.Expression, ...parts.sort()].join('; ');
}

const silentAccounts =
  'missing + failed; failed: Maximum of CredentialReport AccountsFailed in 3600 s; missing: Maximum of CredentialReport AccountsMissing in 3600 s';
const errors = (period: number) => `Sum of AWS/Lambda Errors in ${period} s`;
const invocations = (period: number) => `Sum of AWS/Lambda Invocations in ${period} s`;
const least = 'GreaterThanOrEqualToThreshold';
const below = 'LessThanThreshold';

test('every alarm', () => {
  const judged = alarms.map((alarm) => [
    alarm.AlarmDescription.split('.')[0],
    measured(alarm),
    alarm.ComparisonOperator,
    alarm.Threshold,
    alarm.EvaluationPeriods,
    alarm.TreatMissingData,
  ]);
  expect(judged).toEqual([
    ['The digest did not reach everybody, or could not be made', errors(3600), least, 1, 1, 'notBreaching'],
    ['For 28 hours nobody looked whether a digest is due', invocations(3600), below, 1, 28, 'breaching'],
    [
      'More accounts have no report of today than are tolerated, which is 2',
      silentAccounts,
      'GreaterThanThreshold',
      2,
      1,
      'ignore',
    ],
    [
      'While others already had no report, more accounts fell silent today',
      'Maximum of CredentialReport AccountsAlsoSilent in 3600 s',
      least,
      1,
      1,
      'notBreaching',
    ],
    [
      'For 28 hours no account handed in a report, or nobody looked',
      'Maximum of CredentialReport AccountsCollected in 3600 s',
      below,
      1,
      28,
      'breaching',
    ],
    [
      'An account handed in more than 20 MB under one day',
      'Maximum of CredentialReport LargestAccountDayBytes in 3600 s',
      'GreaterThanThreshold',
      20_971_520,
      1,
      'notBreaching',
    ],
    [
      'An account handed in more than 10 objects under one day',
      'Maximum of CredentialReport LargestAccountDayObjects in 3600 s',
      'GreaterThanThreshold',
      10,
      1,
      'notBreaching',
    ],
    ['How many accounts are silent is not known', errors(3600), least, 1, 1, 'notBreaching'],
    [
      'For 28 hours no run wrote the history of the day before',
      'Maximum of CredentialReport HistoryYesterdayWritten in 3600 s',
      below,
      1,
      28,
      'breaching',
    ],
    ['A day could not be written into the history', errors(3600), least, 1, 1, 'notBreaching'],
    [
      'The history of the last 7 days lacks objects that could not be read',
      'Maximum of CredentialReport HistoryObjectsNotRead in 3600 s',
      least,
      1,
      1,
      'notBreaching',
    ],
    ['Credential events did not reach everybody', errors(900), least, 1, 1, 'notBreaching'],
    ['Nobody has looked for credential events for an hour', invocations(900), below, 1, 4, 'breaching'],
    [
      'Credential events wait for more than 30 minutes',
      'Maximum of CredentialReport OldestEventSeconds in 900 s',
      'GreaterThanThreshold',
      1800,
      1,
      'ignore',
    ],
    [
      'Credential events lie in the dead-letter queue',
      'Maximum of CredentialReport EventDeadLetters in 900 s',
      least,
      1,
      1,
      'ignore',
    ],
  ]);
});

test('no alarm needs fewer periods than it looks at', () => {
  expect(alarms.flatMap(({ DatapointsToAlarm }) => DatapointsToAlarm ?? [])).toEqual([]);
});

test('descriptions are ASCII: CloudWatch mails them as they are', () => {
  for (const { AlarmDescription } of alarms) expect(AlarmDescription).toMatch(/^[\x20-\x7e]+$/);
});
