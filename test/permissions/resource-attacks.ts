import { made, request, type Attack, type Caller } from './attack';
import type { Estate } from './estate';
import type { Installation } from './installation';
import { management, outsider, sandbox } from './organization';
import type { Request } from './prove';
import { serviceCalls, serviceRequests } from './service-use';

const guarded = ({ guarded: all }: Estate, ...names: readonly string[]) =>
  all.filter(({ policy }) => names.includes(policy.name));

/** Administrators of other accounts, inside the organization and outside of it. */
const others: readonly Caller[] = [
  made(sandbox, '/admin'),
  made(management, '/admin'),
  made(outsider, '/admin', 'o-elsewhere01'),
];
const fromElsewhere = (accountId: string) => others.filter((caller) => caller.accountId !== accountId);

/** Each action by each caller on each resource that a policy of that name guards. */
const on =
  (
    names: readonly string[],
    actions: readonly string[],
    callers: (accountId: string) => readonly Caller[],
    context: Readonly<Record<string, string>> = {},
  ) =>
  ({ estate }: Installation): Request[] =>
    guarded(estate, ...names).flatMap(({ arn, accountId }) =>
      callers(accountId).flatMap((caller) =>
        actions.map((action) => request(caller, action, arn, accountId, context)),
      ),
    );

const administrator = (accountId: string) => [made(accountId, '/admin')];
const withoutPolicy = (accountId: string) => [{ ...made(accountId, '/somebody'), added: [] }];
const http = { 'aws:SecureTransport': 'false' };
const sending = ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue'];

/** Sources of the kind in whose name a service comes, by their service, that are not the one that is meant. */
const instead: Readonly<Record<string, (place: string) => readonly string[]>> = {
  cloudwatch: (place) => [`arn:aws:cloudwatch:${place}:alarm:other`],
  events: (place) => [
    `arn:aws:events:${place}:rule/other`,
    `arn:aws:events:${place}:rule/credential-report-events/other`,
  ],
};

/** What services do as themselves by an action, in the name of something else in these places. */
const misled =
  (action: string, places: (region: string, accountId: string) => readonly string[]) =>
  (installation: Installation): Request[] =>
    serviceRequests(installation)
      .filter(
        (one) => one.action === action && serviceCalls.some(({ service }) => service === one.principal.arn),
      )
      .flatMap((one) => {
        const [, , kind = '', region = '', accountId = ''] = String(one.context['aws:SourceArn']).split(':');
        return places(region, accountId).flatMap((place) =>
          (instead[kind]?.(place) ?? []).map((source) => ({
            ...one,
            context: {
              ...one.context,
              'aws:SourceArn': source,
              'aws:SourceAccount': place.split(':')[1] ?? '',
            },
          })),
        );
      });
const sameAccount = (region: string, accountId: string) => [`${region}:${accountId}`];
const otherAccounts = (region: string) => [outsider, sandbox, management].map((id) => `${region}:${id}`);

/** Of the topic, the queues and the functions: resources whose own policies let services in. */
export const resourceAttacks: readonly Attack[] = [
  { name: "another account's alarm publishes", requests: misled('sns:Publish', otherAccounts) },
  { name: 'an alarm that is none of the stack publishes', requests: misled('sns:Publish', sameAccount) },
  {
    name: 'a member, the management account or a stranger publishes, subscribes or changes the topic',
    requests: on(
      ['topic'],
      ['sns:Publish', 'sns:Subscribe', 'sns:AddPermission', 'sns:SetTopicAttributes', 'sns:DeleteTopic'],
      fromElsewhere,
    ),
  },
  {
    name: 'plain HTTP publishing by the administrator of the data account',
    requests: on(['topic'], ['sns:Publish'], administrator, http),
  },
  { name: "another account's rule fills the queue", requests: misled('sqs:SendMessage', otherAccounts) },
  {
    name: 'another rule of the same account fills the queue',
    requests: misled('sqs:SendMessage', sameAccount),
  },
  {
    name: 'the rule reads the queue, or reaches the dead letters',
    requests: (installation) => {
      const sent = serviceRequests(installation).filter(({ action }) => action === 'sqs:SendMessage');
      const letters = guarded(installation.estate, 'dead letters');
      return sent.flatMap((one) => [
        { ...one, action: 'sqs:ReceiveMessage' },
        { ...one, action: 'sqs:GetQueueAttributes' },
        ...letters.map(({ arn }) => ({ ...one, resource: arn })),
      ]);
    },
  },
  {
    name: 'a member, its forwarder, the management account or a stranger at the queues, past the bus',
    requests: (installation) => {
      const forwarders = installation.estate.roles
        .filter(
          ({ kind, accountId }) => kind === 'event-forwarder' && accountId !== installation.dataAccountId,
        )
        .map(({ arn, accountId }) => ({ ...made(accountId, ''), roleArn: arn }));
      const callers = (accountId: string) => [...fromElsewhere(accountId), ...forwarders];
      return on(['queue', 'dead letters'], sending, callers)(installation);
    },
  },
  {
    name: 'plain HTTP at the queues by the administrator of the data account',
    requests: on(['queue', 'dead letters'], sending, administrator, http),
  },
  {
    name: 'a role of the data account without a policy of its own at the topic, the queues or the bus',
    requests: (installation) => [
      ...on(['topic'], ['sns:Publish', 'sns:Subscribe'], withoutPolicy)(installation),
      ...on(['queue', 'dead letters'], sending, withoutPolicy)(installation),
      ...on(['event bus'], ['events:PutEvents'], withoutPolicy)(installation),
    ],
  },
  {
    name: "another account's alarm invokes the notifier",
    requests: misled('lambda:InvokeFunction', otherAccounts),
  },
  {
    name: 'an alarm that is none of the stack invokes the notifier',
    requests: misled('lambda:InvokeFunction', sameAccount),
  },
  {
    name: 'an alarm invokes a function that is not for alarms',
    requests: (installation) => {
      const calls = serviceRequests(installation).filter(({ principal }) =>
        principal.arn.startsWith('lambda.alarms.'),
      );
      return installation.estate.functions
        .filter(({ arn }) => !calls.some(({ resource }) => resource === arn))
        .flatMap(({ arn, accountId }) =>
          calls.slice(0, 1).map((one) => ({ ...one, resource: arn, resourceAccountId: accountId })),
        );
    },
  },
  {
    name: 'a member, the management account, a stranger or a role without policies invokes a function',
    requests: ({ estate }) =>
      estate.functions.flatMap(({ arn, accountId }) =>
        [...fromElsewhere(accountId), ...withoutPolicy(accountId)].map((caller) =>
          request(caller, 'lambda:InvokeFunction', arn, accountId),
        ),
      ),
  },
  {
    name: 'a member, the management account or a stranger becomes a role of another account',
    requests: ({ estate }) =>
      estate.roles.flatMap(({ arn, accountId }) =>
        fromElsewhere(accountId).map((caller) => request(caller, 'sts:AssumeRole', arn, accountId)),
      ),
  },
  {
    name: 'another service in place of the one that is meant',
    requests: (installation) =>
      serviceRequests(installation)
        .filter(({ principal }) => !principal.arn.startsWith('arn:'))
        .map((one) => ({ ...one, principal: { ...one.principal, arn: 'ec2.amazonaws.com' } })),
  },
];
