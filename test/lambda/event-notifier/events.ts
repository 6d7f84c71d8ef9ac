import type { EventContext } from '../../../lambda/event-notifier/event-context';

/** What a test says of an event; the rest is an access key that an administrator's session creates. */
export interface EventData {
  readonly number?: number;
  readonly account?: string;
  readonly time?: string;
  readonly source?: string;
  readonly detailType?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const sessionOfAdministrator = {
  type: 'AssumedRole',
  arn: 'arn:aws:sts::100000000005:assumed-role/Administrator/jane.doe',
  accountId: '100000000005',
  sessionContext: { sessionIssuer: { type: 'Role', userName: 'Administrator' } },
};

/** The root user's identity as CloudTrail writes it. */
export const root = { type: 'Root', arn: 'arn:aws:iam::100000000005:root', accountId: '100000000005' };

/** An event as EventBridge delivers it. */
export function event({ number = 1, account, time, source, detailType, detail }: EventData = {}): string {
  return JSON.stringify({
    version: '0',
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    'detail-type': detailType ?? 'AWS API Call via CloudTrail',
    source: source ?? 'aws.iam',
    account: account ?? '100000000005',
    time: time ?? '2026-11-22T10:15:00Z',
    region: 'us-east-1',
    resources: [],
    detail: {
      eventVersion: '1.11',
      userIdentity: sessionOfAdministrator,
      eventTime: time ?? '2026-11-22T10:15:00Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateAccessKey',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.7',
      requestParameters: { userName: 'ci-deploy' },
      responseElements: { accessKey: { userName: 'ci-deploy', status: 'Active' } },
      readOnly: false,
      ...detail,
    },
  });
}

/** A sign-in of the root user. */
export function rootLogin(given: EventData = {}): string {
  return event({
    source: 'aws.signin',
    detailType: 'AWS Console Sign In via CloudTrail',
    ...given,
    detail: {
      userIdentity: root,
      eventName: 'ConsoleLogin',
      eventSource: 'signin.amazonaws.com',
      requestParameters: null,
      responseElements: { ConsoleLogin: 'Success' },
    },
  });
}

export const context: EventContext = {
  accounts: new Map([['100000000005', { account_name: 'Payments', ou_path: 'Root/Prod' }]]),
  exceptions: [
    {
      account_id: '100000000005',
      user_name: 'ci-deploy',
      control: 'human-with-key',
      reason: 'until the pipeline moves',
      expires_on: '2026-11-22',
    },
    { account_id: '*', user_name: 'expired', control: '*', reason: 'over', expires_on: '2026-11-21' },
  ],
  problems: [],
};
