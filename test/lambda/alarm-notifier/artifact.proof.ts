import { storedObjects } from '../../local/athena/stored-objects';
import { deployFunction, type DeployedFunctionProps } from '../deployed-function';

/** The alarm notifier as it is deployed: what CloudWatch hands over reaches Slack, or the run fails and is tried again. */

const alarm = (value: string) => ({
  source: 'aws.cloudwatch',
  alarmArn: 'arn:aws:cloudwatch:eu-west-1:100000000001:alarm:AccountsSilent',
  alarmData: {
    alarmName: 'AccountsSilent',
    state: { value, reason: 'Threshold Crossed: 2 > 0 <!channel>' },
    configuration: {
      description:
        'More accounts have no report of today than are tolerated, which is 0. What to do: docs/runbook.md, "Accounts are missing or failed".',
    },
  },
});

const deployNotifier = (more: Partial<DeployedFunctionProps> = {}) =>
  deployFunction({
    ...more,
    name: 'alarm-notifier',
    timeoutSeconds: 300,
    bucket: storedObjects({}),
    at: '2026-11-22T09:05:00Z',
    mail: false,
    variables: {},
  });

test.each([
  ['ALARM', 'Credential report: an alarm'],
  ['OK', 'Credential report: an alarm is over'],
])('state %s is reported with its reason and the heading of the runbook', async (value, title) => {
  const notifier = await deployNotifier();
  expect(await notifier.invoke(alarm(value))).toBe(undefined);
  const [message] = notifier.slack.messages;
  expect(message?.text).toBe(title);
  const text = JSON.stringify(message?.blocks);
  expect(text).toContain('docs/runbook.md, \\"Accounts are missing or failed\\"');
  expect(text).toContain('Threshold Crossed: 2 &gt; 0 &lt;!channel&gt;');
  expect(text).toContain('alarm:AccountsSilent');
  expect(notifier.mails).toEqual([]);
});

test.each<[string, Partial<DeployedFunctionProps>, string]>([
  ['Slack refuses', { slack: { status: 404, body: 'no_service' } }, 'Slack answered 404 no_service'],
  [
    'the secret is denied',
    { faults: [{ action: 'secretsmanager:GetSecretValue', kind: 'access-denied' }] },
    'secretsmanager:GetSecretValue',
  ],
])('%s: it fails, so that Lambda tries again, and names no secret', async (_, more, error) => {
  const notifier = await deployNotifier(more);
  const message = await notifier.invoke(alarm('ALARM'));
  expect(message).toContain(error);
  expect(`${message}${notifier.printed()}`).not.toContain('/services/T0');
});

test('an alarm without a word is reported all the same', async () => {
  const notifier = await deployNotifier();
  expect(await notifier.invoke({})).toBe(undefined);
  expect(notifier.slack.messages[0]?.text).toBe('Credential report: an alarm');
});
