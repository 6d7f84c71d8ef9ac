import { rootSignInEventNames } from '../../../lambda/event-notifier/contract';
import type { EventDetail } from '../../../lambda/event-notifier/event-details';
import { event, failedRootLogin, root, rootLogin } from './events';

export interface EventCase {
  /** Also the name of the files with the expected messages. */
  readonly name: string;
  readonly events: readonly string[];
  /** Why nothing could be looked up. @default everything was */
  readonly problem?: string;
  /** What the view knows of them beside what `detailsOf` says. @default nothing */
  readonly detail?: Partial<EventDetail>;
}

/** Events, and in `cases/` what people then read. */
export const eventCases: readonly EventCase[] = [
  { name: 'new-key', events: [event()] },
  {
    name: 'new-user-and-root',
    events: [
      rootLogin({ number: 3, time: '2026-11-22T10:20:00Z' }),
      event({
        number: 1,
        detail: { eventName: 'CreateUser', requestParameters: { userName: 'new.person' } },
      }),
      event({
        number: 2,
        time: '2026-11-22T10:16:00Z',
        detail: {
          userIdentity: root,
          eventName: 'AttachUserPolicy',
          requestParameters: {
            userName: 'new.person',
            policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
          },
        },
      }),
    ],
  },
  {
    name: 'leaked-key',
    events: [
      event({ number: 1 }),
      event({
        number: 2,
        time: '2026-11-22T10:20:00Z',
        detail: {
          eventName: 'AttachUserPolicy',
          requestParameters: {
            userName: 'ci-deploy',
            policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
          },
        },
      }),
    ],
  },
  {
    name: 'ways-to-an-administrator',
    events: [
      ['PutUserPolicy', { userName: 'x', policyName: 'inline' }],
      ['PutGroupPolicy', { groupName: 'g', policyName: 'inline' }],
      ['AddUserToGroup', { userName: 'x', groupName: 'admins' }],
      ['AttachGroupPolicy', { groupName: 'g', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      ['CreatePolicyVersion', { policyArn: 'arn:aws:iam::100000000005:policy/p', setAsDefault: true }],
      ['DeleteUserPermissionsBoundary', { userName: 'x' }],
      ['UpdateUser', { userName: 'x', newUserName: 'y' }],
    ].map(([eventName, requestParameters], index) =>
      event({ number: index, detail: { eventName, requestParameters, responseElements: null } }),
    ),
  },
  {
    name: 'root-itself',
    events: rootSignInEventNames
      .filter((eventName) => eventName !== 'ConsoleLogin')
      .map((eventName, index) => rootLogin({ number: index, detail: { eventName, responseElements: null } })),
  },
  {
    name: 'root-excepted',
    events: [
      event({
        detail: {
          userIdentity: root,
          eventName: 'DeactivateMFADevice',
          requestParameters: { userName: 'AWS ROOT USER' },
          responseElements: null,
        },
      }),
    ],
    detail: {
      exceptions: 1,
      exceptionControl: 'root-mfa',
      exceptionReason: 'replacing the token',
      exceptionExpiresOn: '2026-11-22',
    },
  },
  {
    name: 'burst',
    events: Array.from({ length: 200 }, (_, index) =>
      event({
        number: index,
        time: `2026-11-22T10:15:${String(index % 60).padStart(2, '0')}Z`,
        detail: { eventName: 'CreateUser', requestParameters: { userName: `batch-${index}` } },
      }),
    ),
  },
  {
    name: 'root-burst',
    events: [
      ...[1, 2, 3].map((number) => failedRootLogin({ number })),
      rootLogin({ number: 4, time: '2026-11-22T10:16:00Z' }),
      ...['CreateRole', 'AttachRolePolicy'].map((eventName, index) =>
        event({
          number: 5 + index,
          time: '2026-11-22T10:17:00Z',
          detail: { userIdentity: root, eventName, requestParameters: null, responseElements: null },
        }),
      ),
    ],
    detail: { ouPath: '' },
  },
  {
    name: 'hostile',
    events: [
      event({
        // The detail speaks of another account: the envelope counts.
        account: '100000000007',
        detail: {
          userIdentity: {
            type: 'IAMUser',
            userName: '<!channel>\r\nBcc: x@example.com',
            accountId: '100000000005',
          },
          eventName: 'DeleteUser',
          recipientAccountId: '100000000005',
          sourceIPAddress: '<https://evil.example.com|here>',
          requestParameters: { userName: '`&`' },
        },
      }),
      event({ number: 2, account: '100000000007', detail: { userIdentity: null, requestParameters: 7 } }),
    ],
    problem: 'AccessDeniedException: <!here> not authorized\nto perform: athena:StartQueryExecution',
  },
  {
    name: 'hostile-names',
    events: [event({ detail: { requestParameters: { userName: '=cmd|x,@evil+`'.padEnd(64, 'x') } } })],
    detail: {
      accountName: '<!channel> & "R&D"\r\nBcc: x@example.com '.padEnd(200, 'y'),
      ouPath: 'Root/<https://evil.example.com|Prod>',
      exceptions: 1,
      exceptionControl: '*',
      exceptionReason: '*bold* `code` @here',
      exceptionExpiresOn: '2026-12-31',
    },
  },
];
