import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventPattern, notifierTimeoutSeconds } from '../../../lambda/event-notifier/contract';
import { alsoSilentMetric } from '../../../lambda/coverage-check/contract';
import type { Config } from '../../../lib/config/config';
import type { MessageOptions } from '../../../lib/config/message-options';
import { runbook } from '../../../lib/constructs/messages/runbook';
import { maxScheduleAgeSeconds } from '../../../lib/config/timing';
import { creationOrder } from '../../deployment/creation-order';
import { propertiesOf, stackTemplates, synthesize, type Template } from '../synthesize';

const slackWebhookSecretArn = 'arn:aws:secretsmanager:eu-west-1:100000000007:secret:slack-a1b2c3';
const emails = ['security@example.com'];
const several: Config = {
  deployFrom: 'delegated-administrator',
  region: 'eu-central-1',
  managementAccountId: '100000000001',
  delegatedAdministratorAccountId: '100000000002',
  dataAccount: { id: '100000000007', region: 'eu-west-1' },
  notifications: { emails, slackWebhookSecretArn },
  digest: {},
  alarms: { toleratedAccounts: 2 },
  credentialEvents: {},
};
const on = synthesize(several);
const typesOf = ({ Resources }: Template) => Object.values(Resources).map(({ Type }) => Type);

/** What tells one kind of message from another in a template: types and kinds of roles. */
function traces(template: Template): string[] {
  const paths = propertiesOf<{ Path: string }>(template, 'AWS::IAM::Role').map(({ Path }) =>
    Path.split('/').at(-2),
  );
  const all = [...typesOf(template), ...paths].map(String);
  return [...new Set(all)].filter((one) =>
    /SNS|CloudWatch|SQS|Events|Scheduler|digest|check|notifier/.test(one),
  );
}

test('digest, events and alarms know the organization and the pages of the configuration', () => {
  const links = { runbookUrl: 'https://wiki.example.com/runbook' };
  const { data } = synthesize({
    ...several,
    notifications: { emails, organizationName: 'AnyCompany', links },
  });
  const known = JSON.stringify({ organization: 'AnyCompany', links });
  const contexts = (template: Template) =>
    propertiesOf<{ Environment?: { Variables: Record<string, unknown> } }>(
      template,
      'AWS::Lambda::Function',
    ).flatMap(({ Environment }) => Environment?.Variables['MESSAGE_CONTEXT'] ?? []);
  expect(contexts(data)).toEqual([known, known]);
  expect(contexts(on.data)).toEqual([]);
  const alarms = propertiesOf<{ AlarmDescription: string }>(data, 'AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(3);
  for (const { AlarmDescription } of alarms)
    expect(AlarmDescription).toContain('What to do: https://wiki.example.com/runbook, "');
});

describe('what is off leaves no resource', () => {
  // The history is written whatever is on.
  const schedules = ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'];
  const alarms = ['AWS::CloudWatch::Alarm', ...schedules];
  test.each<[string, Config, string[]]>([
    ['nothing', {}, schedules],
    [
      'the digest alone, to Slack',
      { notifications: { slackWebhookSecretArn }, digest: {} },
      [...alarms, 'alarm-notifier', 'digest', 'digest-schedule'],
    ],
    [
      'alarms alone, to Slack',
      { notifications: { slackWebhookSecretArn }, alarms: {} },
      [...alarms, 'alarm-notifier', 'coverage-check', 'coverage-check-schedule'],
    ],
    [
      'events alone, by mail',
      { region: 'eu-central-1', notifications: { emails }, credentialEvents: {} },
      [
        ...alarms,
        'AWS::SNS::Subscription',
        'AWS::SNS::Topic',
        'AWS::SNS::TopicPolicy',
        'event-notifier',
        'event-notifier-schedule',
      ],
    ],
  ])('%s', (_, config, expected) => {
    const { data, events } = synthesize(config);
    expect(traces(data).sort()).toEqual(expected.sort());
    expect(events === undefined).toBe(config.credentialEvents === undefined);
  });
});

interface Alarm {
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly unknown[];
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Period?: number;
  readonly Dimensions?: readonly { readonly Value: { readonly Ref: string } }[];
  readonly EvaluationPeriods: number;
  readonly TreatMissingData: string;
}
const heading = ({ AlarmDescription }: Alarm) => /"(.*)"/.exec(AlarmDescription)?.[1];

describe('every alarm', () => {
  const alarms = propertiesOf<Alarm>(on.data, 'AWS::CloudWatch::Alarm');
  test('names a heading, and every heading has an alarm', () => {
    expect([...new Set(alarms.map(heading))].sort()).toEqual(Object.values(runbook).sort());
  });

  test('names one that the runbook has', () => {
    const file = join(__dirname, '../../../docs/runbook.md');
    const headings = existsSync(file) ? readFileSync(file, 'utf8').match(/^## .*$/gm) : [];
    for (const one of Object.values(runbook)) expect(headings).toContain(`## ${one}`);
  });

  test('is reported to somebody, through every channel that there is', () => {
    const actions = (notifications: NonNullable<MessageOptions['notifications']>) =>
      propertiesOf<Alarm>(synthesize({ ...several, notifications }).data, 'AWS::CloudWatch::Alarm').map(
        ({ AlarmActions }) => AlarmActions.length,
      );
    expect(new Set(alarms.map(({ AlarmActions }) => AlarmActions.length))).toEqual(new Set([2]));
    expect(new Set(actions({ emails }))).toEqual(new Set([1]));
    expect(new Set(actions({ slackWebhookSecretArn }))).toEqual(new Set([1]));
  });
});

test('the alarm of a digest that does not run watches the function that its schedule starts', () => {
  const alarm = propertiesOf<Alarm>(on.data, 'AWS::CloudWatch::Alarm').find(
    (one) => heading(one) === runbook.digestNotRunning,
  );
  const [watched] = alarm?.Dimensions ?? [];
  expect(JSON.stringify(on.data.Resources[watched?.Value.Ref ?? ''])).toContain('"EVERY":"week"');
});

describe('the alarms of', () => {
  const digest = [runbook.digest, runbook.digestNotRunning];
  const coverage = [
    ...[runbook.coverage, runbook.coverage, runbook.notRunning, runbook.coverageCheck],
    ...[runbook.volume, runbook.volume],
    ...[runbook.history, runbook.history, runbook.historyIncomplete],
  ];
  test.each<[string, Config, string[]]>([
    ['a weekly digest', { notifications: { emails }, digest: {} }, digest],
    ['a daily digest', { notifications: { emails }, digest: { every: 'day' } }, digest],
    ['the coverage', { notifications: { emails }, alarms: {} }, coverage],
    ['both', { notifications: { emails }, digest: {}, alarms: {} }, [...digest, ...coverage]],
  ])('%s', (_, config, expected) => {
    const alarms = propertiesOf<Alarm>(synthesize(config).data, 'AWS::CloudWatch::Alarm');
    expect(alarms.map(heading).sort()).toEqual([...expected].sort());
  });

  test('accounts that fall silent while an alarm lasts have one that ends before the next day', () => {
    const alarms = propertiesOf<Alarm>(on.data, 'AWS::CloudWatch::Alarm');
    expect(alarms.find(({ MetricName }) => MetricName === alsoSilentMetric)).toMatchObject({
      Period: 3600,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  test.each([
    [runbook.digestNotRunning, 'Invocations'],
    [runbook.notRunning, 'AccountsCollected'],
    [runbook.history, 'HistoryYesterdayWritten'],
  ])('“%s” goes off when nothing was heard for longer than a day: silence is bad', (name, metric) => {
    const alarm = propertiesOf<Alarm>(on.data, 'AWS::CloudWatch::Alarm').find((one) => heading(one) === name);
    expect(alarm).toMatchObject({ MetricName: metric, Period: 3600, TreatMissingData: 'breaching' });
    const hours = alarm?.EvaluationPeriods ?? 0;
    // A daily run may start so late, and a metric rounds to hours.
    expect(hours).toBeGreaterThan(24 + maxScheduleAgeSeconds / 3600 + 1);
    // CloudWatch looks back at most 7 days.
    expect(hours).toBeLessThanOrEqual(7 * 24);
  });
});

test('what is reported regularly is reported when the day is known, history before it, events every few minutes', () => {
  const schedules = propertiesOf<{ ScheduleExpression: string }>(on.data, 'AWS::Scheduler::Schedule');
  // Six hours and five minutes after 03:00: until then an account without a report is pending, not missing.
  expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression).sort()).toEqual([
    'cron(30 5 * * ? *)',
    'cron(5 9 * * ? *)',
    'cron(5 9 * * ? *)',
    'rate(5 minutes)',
  ]);
});

describe('credential events', () => {
  interface Queue {
    readonly QueueName: string;
    readonly VisibilityTimeout?: number;
  }
  const { bus, rules, management, member } = on.events ?? {};
  const busArn = 'event-bus/credential-report-events';

  test('every account has the rule, in the region where events of IAM arise', () => {
    const stackSet = propertiesOf<{ StackInstancesGroup: { Regions: string[] }[]; CallAs: string }>(
      rules ?? { Resources: {} },
      'AWS::CloudFormation::StackSet',
    );
    expect(stackSet).toMatchObject([
      { StackInstancesGroup: [{ Regions: ['us-east-1'] }], CallAs: 'DELEGATED_ADMIN' },
    ]);
    for (const template of [member, management]) {
      const [rule] = propertiesOf<{ EventPattern: unknown }>(
        template ?? { Resources: {} },
        'AWS::Events::Rule',
      );
      expect(rule?.EventPattern).toEqual(eventPattern);
    }
    expect(typesOf(rules ?? { Resources: {} })).not.toContain('AWS::Events::Rule');
    expect(JSON.stringify(management)).toContain(`:events:us-east-1:100000000007:${busArn}`);
  });

  test('the member template is small, without names, assets or a bootstrap', () => {
    expect(JSON.stringify(member).length).toBeLessThan(5_000);
    expect(JSON.stringify(member)).not.toMatch(/RoleName|cdk-|BootstrapVersion/);
  });

  test('the region of the events needs no bootstrap: templates are handed over as they are', () => {
    for (const template of [bus, rules, management]) {
      const text = JSON.stringify(template, undefined, 1);
      expect(text.length).toBeLessThan(51_200); // limit of TemplateBody
      expect(text).not.toMatch(/BootstrapVersion|cdk-hnb659fds/);
    }
  });

  test('the management account that deploys has the rule beside the StackSet', () => {
    const { events } = synthesize({
      region: 'eu-central-1',
      notifications: { emails },
      credentialEvents: {},
    });
    expect(typesOf(events?.rules ?? { Resources: {} })).toContain('AWS::Events::Rule');
    expect(events?.management).toBeUndefined();
  });

  test('the notifier empties the queue of the bus, in another region, and leaves no message in two hands', () => {
    const queues = propertiesOf<Queue>(bus ?? { Resources: {} }, 'AWS::SQS::Queue');
    const queue = queues.find(({ QueueName }) => QueueName === 'credential-report-events');
    // Longer than a run, and gone on with by the next but one.
    expect(queue?.VisibilityTimeout).toBeGreaterThan(notifierTimeoutSeconds);
    expect(queue?.VisibilityTimeout).toBeLessThanOrEqual(2 * 5 * 60);
    const data = JSON.stringify(on.data);
    expect(queues.length).toBe(2);
    for (const { QueueName } of queues) {
      expect(data).toContain(`:sqs:us-east-1:100000000007:${QueueName}"`);
      expect(data).toContain(`/100000000007/${QueueName}"`);
    }
    expect(data).toContain('https://sqs.us-east-1.');
  });

  test('an event that could not be reported three times lies dead for two weeks; one that waits, four days', () => {
    const [waiting, dead] = ['credential-report-events', 'credential-report-event-dead-letters'].map((name) =>
      Object.entries(bus?.Resources ?? {}).find(([, { Properties }]) => Properties?.['QueueName'] === name),
    );
    expect(waiting?.[1].Properties).toMatchObject({
      RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: { 'Fn::GetAtt': [dead?.[0], 'Arn'] } },
      MessageRetentionPeriod: 4 * 24 * 60 * 60,
    });
    expect(dead?.[1].Properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 60 * 60 });
    expect(dead?.[1].Properties).not.toHaveProperty('RedrivePolicy');
  });

  test('a run that fails is not tried again: the next one, minutes later, takes everything', () => {
    interface Schedule {
      readonly ScheduleExpression: string;
      readonly Target: {
        readonly Arn: { readonly 'Fn::GetAtt': [string, string] };
        readonly RetryPolicy: object;
      };
    }
    const schedule = propertiesOf<Schedule>(on.data, 'AWS::Scheduler::Schedule').find(
      ({ ScheduleExpression }) => ScheduleExpression === 'rate(5 minutes)',
    );
    expect(schedule?.Target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
    const retries = propertiesOf<{ FunctionName: { Ref: string } }>(
      on.data,
      'AWS::Lambda::EventInvokeConfig',
    );
    const notifier = schedule?.Target.Arn['Fn::GetAtt'][0];
    expect(retries.find(({ FunctionName }) => FunctionName.Ref === notifier)).toMatchObject({
      MaximumEventAgeInSeconds: 300,
      MaximumRetryAttempts: 0,
    });
  });

  test('taken out, its stacks stay without anything in them, so that deploying deletes them', () => {
    const removed = stackTemplates({ ...several, credentialEvents: 'remove' });
    const kept = stackTemplates(several);
    expect(Object.keys(removed).sort()).toEqual(Object.keys(kept).sort());
    const emptied = Object.keys(removed).filter((name) => /Event/.test(name));
    expect(emptied.sort()).toEqual([
      'CredentialReportEventBus',
      'CredentialReportEvents',
      'CredentialReportManagementEvents',
    ]);
    for (const name of emptied) expect(Object.keys(removed[name]?.Resources ?? {})).toEqual([]);
    expect(traces(removed['CredentialReportData'] ?? { Resources: {} })).not.toContain('event-notifier');
  });
});

describe('where Lake Formation decides', () => {
  test('the analysts named and every role that asks Athena may', () => {
    const analyst = 'arn:aws:iam::100000000007:role/analyst';
    const { data } = synthesize({ ...several, lakeFormation: { analysts: [analyst] } });
    const asking = Object.values(data.Resources)
      .filter(
        ({ Type, Properties }) =>
          Type === 'AWS::IAM::Policy' && /GetQueryResults/.test(JSON.stringify(Properties)),
      )
      .flatMap(({ Properties }) => Properties?.['Roles'] as { Ref: string }[]);
    const granted = propertiesOf<{ Permissions: string[]; Principal: unknown }>(
      data,
      'AWS::LakeFormation::PrincipalPermissions',
    ).filter(({ Permissions }) => Permissions.join() === 'DESCRIBE,SELECT');
    expect(asking.length).toBe(3);
    expect(granted.length).toBe(4);
    expect(JSON.stringify(granted)).toContain(analyst);
    for (const { Ref } of asking) expect(JSON.stringify(granted)).toContain(`"Fn::GetAtt":["${Ref}","Arn"]`);

    // Of several grants at a time Lake Formation refuses all but one: each waits for the one before it.
    const type = 'AWS::LakeFormation::PrincipalPermissions';
    const grants = Object.entries(data.Resources).filter(([, { Type }]) => Type === type);
    const order = creationOrder(data).filter((id) => grants.some(([grant]) => grant === id));
    expect(order).toHaveLength(10);
    for (const [index, id] of order.entries()) {
      if (index > 0) expect(data.Resources[id]?.DependsOn).toContain(order[index - 1]);
    }
  });
});
