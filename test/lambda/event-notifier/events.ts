import type { EventDetail, EventDetails } from '../../../lambda/event-notifier/event-details';
import { readCredentialEvent } from '../../../lambda/event-notifier/credential-event';

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
      ...given.detail,
    },
  });
}

/** One with a wrong password or without MFA. */
export function failedRootLogin(given: EventData = {}): string {
  return rootLogin({ ...given, detail: { responseElements: { ConsoleLogin: 'Failure' } } });
}

const payments: EventDetail = {
  accountName: 'Payments',
  ouPath: 'Root/Prod',
  exceptions: 0,
  exceptionControl: '',
  exceptionReason: '',
  exceptionExpiresOn: '',
};

/** What the view knows of some events: all of the account Payments, and exceptions for the user `ci-deploy`. */
export function detailsOf(
  events: readonly string[],
  { problem, detail }: { readonly problem?: string; readonly detail?: Partial<EventDetail> } = {},
): EventDetails {
  const byId = events.map(readCredentialEvent).map(({ id, user }) => {
    const covered = {
      exceptions: 2,
      exceptionControl: 'human-with-key',
      exceptionReason: 'until the pipeline moves',
      exceptionExpiresOn: '2026-11-22',
    };
    return [id, { ...payments, ...(user === 'ci-deploy' ? covered : {}), ...detail }] as const;
  });
  return { byId: new Map(problem === undefined ? byId : []), problem };
}
