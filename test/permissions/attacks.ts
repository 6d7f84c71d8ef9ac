import { collector, made, pathOf, request, roleOf, type Attack, type Caller } from './attack';
import type { Installation } from './installation';
import { awkward, management, organizationId, outsider, sandbox } from './organization';
import type { Request } from './prove';
import { resourceAttacks } from './resource-attacks';
import { centralBus, forwarded } from './service-use';

const day = '2026/11/22';
const writeOnce = { 's3:if-none-match': '*' };
const s3 = (
  installation: Installation,
  caller: Caller,
  action: string,
  key: string | undefined,
  context: Readonly<Record<string, string>> = writeOnce,
) =>
  request(
    caller,
    `s3:${action}`,
    `arn:aws:s3:::${installation.bucketName}${key === undefined ? '' : `/${key}`}`,
    installation.dataAccountId,
    action === 'PutObject'
      ? context
      : Object.fromEntries(Object.entries(context).filter(([name]) => name.startsWith('aws:'))),
  );

/** A put of a member's collector. */
const put =
  (key: string, context?: Readonly<Record<string, string>>) =>
  (installation: Installation): Request[] => [
    s3(installation, collector(installation, sandbox), 'PutObject', key, { ...writeOnce, ...context }),
  ];
const own = `credential-reports/${day}/${sandbox}-Sandbox.csv`;
const encryption = 's3:x-amz-server-side-encryption';
const foreignKey = `arn:aws:kms:eu-central-1:${sandbox}:key/99999999-2222-3333-4444-555555555555`;

/** Of the bucket. */
const bucketAttacks: readonly Attack[] = [
  { name: "another account's report", requests: put(`credential-reports/${day}/${awkward}-Sandbox.csv`) },
  {
    name: "another account's run record",
    requests: put(`collection-runs/${day}/${awkward}.json`, { 's3:if-none-match': '*' }),
  },
  { name: "another account's facts", requests: put(`user-facts/${day}/${awkward}.jsonl`) },
  {
    name: 'facts under no day, or under the name of a report',
    requests: (installation) =>
      [
        `user-facts/${sandbox}.jsonl`,
        `user-facts/a/b/c/${sandbox}.jsonl`,
        `user-facts/${day}/${sandbox}-x.jsonl`,
      ].flatMap((key) => put(key)(installation)),
  },
  {
    name: "a deeper path that carries another account's id",
    requests: (installation) =>
      [
        `credential-reports/${day}/${sandbox}-x/${awkward}-y.csv`,
        `user-facts/${day}/x/${sandbox}.jsonl`,
      ].flatMap((key) => put(key)(installation)),
  },
  {
    name: "a report under an id that begins with the caller's, or below what is no day",
    requests: (installation) =>
      [`credential-reports/${day}/${sandbox}9-x.csv`, `credential-reports/a/b/c/${sandbox}-x.csv`].flatMap(
        (key) => put(key)(installation),
      ),
  },
  {
    name: 'a storage class other than STANDARD',
    requests: (installation) => [
      ...['GLACIER', 'DEEP_ARCHIVE', 'STANDARD_IA'].flatMap((name) =>
        put(own, { 's3:x-amz-storage-class': name })(installation),
      ),
      s3(installation, made(installation.dataAccountId, '/admin'), 'PutObject', own, {
        ...writeOnce,
        's3:x-amz-storage-class': 'GLACIER',
      }),
    ],
  },
  {
    name: 'a lifecycle that deletes, versions suspended, or objects replicated over ours',
    requests: (installation) => {
      const { dataAccountId, estate } = installation;
      const { region } = roleOf(installation, 'apply-ddl', dataAccountId);
      const other = region === 'us-east-1' ? 'us-west-2' : 'us-east-1';
      const callers = [
        made(dataAccountId, '/admin'),
        made(dataAccountId, `/cdk-hnb659fds-cfn-exec-role-${dataAccountId}-${other}`),
        made(sandbox, `/cdk-hnb659fds-cfn-exec-role-${sandbox}-${region}`),
      ];
      return estate.guarded.some(({ policy }) => policy.name === 'bucket')
        ? callers.flatMap((caller) => [
            s3(installation, caller, 'PutLifecycleConfiguration', undefined, {}),
            s3(installation, caller, 'PutBucketVersioning', undefined, {}),
            s3(installation, caller, 'ReplicateDelete', own, {}),
            s3(installation, caller, 'ReplicateObject', own, {}),
          ])
        : [];
    },
  },
  { name: 'a report beside the days', requests: put(`credential-reports/${sandbox}-Sandbox.csv`) },
  { name: 'a report that is no CSV', requests: put(`credential-reports/${day}/${sandbox}-Sandbox.json`) },
  { name: 'the list of accounts', requests: put(`accounts/${day}/accounts.jsonl`) },
  { name: 'exceptions', requests: put('exceptions/exceptions.csv') },
  { name: 'thresholds of controls', requests: put('controls/controls.csv') },
  {
    name: 'history, by a member, by the administrator of any account or by another function of the data account',
    requests: (installation) => {
      const { dataAccountId, deployingAccountId, estate } = installation;
      const historian = `${pathOf(installation, 'history')}x`;
      return ['history/credential-reports/2026/11/21/credential-reports.parquet', 'history/x'].flatMap(
        (key) =>
          [
            collector(installation, sandbox),
            made(sandbox, historian),
            made(outsider, historian, 'o-elsewhere01'),
            made(dataAccountId, '/admin'),
            made(deployingAccountId, '/admin'),
            ...estate.roles
              .filter(({ kind, accountId }) => accountId === dataAccountId && kind !== 'history')
              .map(({ arn: roleArn, accountId }) => ({ accountId, roleArn })),
          ].map((caller) => s3(installation, caller, 'PutObject', key)),
      );
    },
  },
  { name: "Athena's answers", requests: put('athena-results/1.csv') },
  {
    name: 'a report or facts that may replace what is there',
    requests: (installation) =>
      [own, `user-facts/${day}/${sandbox}.jsonl`].map((key) =>
        s3(installation, collector(installation, sandbox), 'PutObject', key, {}),
      ),
  },
  {
    name: 'a foreign encryption key',
    requests: put(own, { [encryption]: 'aws:kms', [`${encryption}-aws-kms-key-id`]: foreignKey }),
  },
  {
    name: "the bucket's way of encryption with a foreign key",
    requests: ({ kmsKeyArn, ...rest }) =>
      kmsKeyArn === undefined
        ? []
        : put(own, { [encryption]: 'aws:kms', [`${encryption}-aws-kms-key-id`]: foreignKey })({
            kmsKeyArn,
            ...rest,
          }),
  },
  {
    name: 'another way of encryption',
    requests: ({ kmsKeyArn, ...rest }) =>
      put(own, { [encryption]: kmsKeyArn === undefined ? 'aws:kms:dsse' : 'AES256' })({ kmsKeyArn, ...rest }),
  },
  { name: "a key of the caller's", requests: put(own, { [`${encryption}-customer-algorithm`]: 'AES256' }) },
  { name: 'plain HTTP', requests: put(own, { 'aws:SecureTransport': 'false' }) },
  {
    name: 'another organization',
    requests: (installation) => [
      s3(
        installation,
        made(outsider, `${pathOf(installation, 'collector')}x`, 'o-elsewhere01'),
        'PutObject',
        `credential-reports/${day}/${outsider}-x.csv`,
      ),
    ],
  },
  {
    name: 'another role of a member',
    requests: (installation) =>
      [
        '/admin',
        `/x${pathOf(installation, 'collector')}y`,
        `${pathOf(installation, 'collector-schedule')}x`,
      ].map((path) => s3(installation, made(sandbox, path), 'PutObject', own)),
  },
  {
    name: 'reading and listing',
    requests: (installation) => [
      s3(installation, collector(installation, sandbox), 'GetObject', own, {}),
      s3(installation, collector(installation, sandbox), 'GetObjectVersion', own, {}),
      s3(installation, collector(installation, sandbox), 'ListBucket', undefined, {}),
    ],
  },
  {
    name: 'deleting, by a member and by the administrator of the data account',
    requests: (installation) =>
      [collector(installation, sandbox), made(installation.dataAccountId, '/admin')].flatMap((caller) => [
        s3(installation, caller, 'DeleteObject', own, {}),
        s3(installation, caller, 'DeleteObjectVersion', own, {}),
      ]),
  },
  {
    name: 'plain HTTP inside the data account',
    requests: (installation) => [
      s3(installation, made(installation.dataAccountId, '/admin'), 'GetObject', own, {
        'aws:SecureTransport': 'false',
      }),
      s3(installation, made(installation.dataAccountId, '/admin'), 'ListBucket', undefined, {
        'aws:SecureTransport': 'false',
      }),
    ],
  },
  {
    name: 'a deeper path inside the data account',
    requests: (installation) =>
      [
        `credential-reports/${day}/x/${awkward}-y.csv`,
        `user-facts/${day}/x/${awkward}.jsonl`,
        `collection-runs/${day}/x/${awkward}.json`,
      ].map((key) => s3(installation, made(installation.dataAccountId, '/admin'), 'PutObject', key)),
  },
  {
    name: "a role below the collector's path in the data account, without a policy of its own",
    requests: (installation) => {
      const { dataAccountId } = installation;
      const caller = { ...made(dataAccountId, `${pathOf(installation, 'collector')}x`), added: [] };
      return [s3(installation, caller, 'PutObject', `credential-reports/${day}/${dataAccountId}-x.csv`)];
    },
  },
  {
    name: 'the list of accounts from an account that does not list them, or by another role',
    requests: (installation) => {
      const key = `accounts/${day}/accounts.jsonl`;
      const path = `${pathOf(installation, 'accounts')}x`;
      const { deployingAccountId, dataAccountId } = installation;
      return [
        s3(installation, made(sandbox, path), 'PutObject', key),
        ...(deployingAccountId === dataAccountId
          ? []
          : [
              s3(installation, made(deployingAccountId, '/admin'), 'PutObject', key),
              s3(installation, made(deployingAccountId, path, 'o-elsewhere01'), 'PutObject', key),
            ]),
      ];
    },
  },
];

const nameRole = (installation: Installation) =>
  roleOf(installation, 'account-name', installation.deployingAccountId);
const assume = (installation: Installation, caller: Caller, tag: string | undefined) =>
  ['sts:AssumeRole', 'sts:TagSession'].map((action) =>
    request(caller, action, nameRole(installation).arn, installation.deployingAccountId, {
      ...(tag === undefined ? {} : { 'aws:RequestTag/account': tag, 'aws:TagKeys': ['account'] }),
    }),
  );

/** Of the role that shows an account its own name. */
const nameAttacks: readonly Attack[] = [
  {
    name: "a session for another account's name",
    requests: (installation) => assume(installation, collector(installation, sandbox), awkward),
  },
  {
    name: 'a session for no account',
    requests: (installation) => assume(installation, collector(installation, sandbox), undefined),
  },
  {
    name: 'a session for every account',
    requests: (installation) => assume(installation, collector(installation, sandbox), '*'),
  },
  {
    name: 'a session from outside of the organization',
    requests: (installation) =>
      assume(
        installation,
        made(outsider, `${pathOf(installation, 'collector')}x`, 'o-elsewhere01'),
        outsider,
      ),
  },
  {
    name: 'a session of another role of a member',
    requests: (installation) => assume(installation, made(sandbox, '/admin'), sandbox),
  },
  {
    name: "another account's name, e-mail address or all accounts with a session for one",
    requests: (installation) => {
      const caller = { accountId: installation.deployingAccountId, roleArn: nameRole(installation).arn };
      const account = (id: string) => `arn:aws:organizations::${management}:account/${organizationId}/${id}`;
      const tag = { 'aws:PrincipalTag/account': sandbox };
      return [
        request(caller, 'organizations:DescribeAccount', account(awkward), management, tag),
        request(caller, 'organizations:ListAccounts', '*', management, tag),
      ];
    },
  },
];

/** What a role of the product must not do with its own policies. */
const roleAttacks: readonly Attack[] = [
  {
    name: 'a collector that does anything else',
    requests: (installation) => {
      const caller = { ...collector(installation, sandbox), added: [] };
      return [
        request(caller, 'iam:ListUsers', '*', sandbox),
        request(caller, 'iam:GetUserPolicy', `arn:aws:iam::${sandbox}:user/anna`, sandbox),
        request(caller, 'iam:ListAccessKeys', `arn:aws:iam::${awkward}:user/anna`, awkward),
        request(caller, 'iam:UpdateAccessKey', `arn:aws:iam::${sandbox}:user/anna`, sandbox),
        request(caller, 's3:PutObject', `arn:aws:s3:::elsewhere/${own}`, sandbox, writeOnce),
        request(caller, 'sts:AssumeRole', `arn:aws:iam::${sandbox}:role/admin`, sandbox),
        s3(installation, caller, 'PutObject', `credential-reports/${day}/${awkward}-x.csv`),
      ];
    },
  },
  {
    name: 'a schedule of another group or account that starts the functions',
    requests: ({ estate }) =>
      estate.roles
        .filter(({ kind }) => kind.endsWith('-schedule'))
        .flatMap(({ arn, accountId, region, trust }) => {
          const group = String(trust.document.Statement[0]?.Condition?.['ArnEquals']?.['aws:SourceArn']);
          const by = (context: Readonly<Record<string, string>>) => ({
            action: 'sts:AssumeRole',
            resource: arn,
            resourceAccountId: accountId,
            context,
            principal: { accountId, arn: 'scheduler.amazonaws.com' },
          });
          const other = `arn:aws:scheduler:${region}:${accountId}:schedule-group/other`;
          return [
            by({ 'aws:SourceAccount': accountId, 'aws:SourceArn': other }),
            by({ 'aws:SourceAccount': outsider, 'aws:SourceArn': group }),
          ];
        }),
  },
  {
    name: 'trusted access and service roles for anything but StackSets',
    requests: ({ estate }) =>
      estate.roles
        .filter(({ kind }) => kind === 'organization-lookup')
        .flatMap(({ accountId, arn: roleArn }) => {
          const caller = { accountId, roleArn };
          const stackSets = `arn:aws:iam::${accountId}:role/aws-service-role/stacksets.cloudformation.amazonaws.com/x`;
          return [
            request(caller, 'organizations:EnableAWSServiceAccess', '*', accountId, {
              'organizations:ServicePrincipal': 'sso.amazonaws.com',
            }),
            request(caller, 'iam:CreateServiceLinkedRole', stackSets, accountId, {
              'iam:AWSServiceName': 'spot.amazonaws.com',
            }),
          ];
        }),
  },
  {
    name: 'the function that applies the SQL reads a report or drops other tables',
    requests: (installation) => {
      const { dataAccountId: accountId } = installation;
      const { arn: roleArn, region } = roleOf(installation, 'apply-ddl', accountId);
      const caller = { accountId, roleArn };
      const glue = `arn:aws:glue:${region}:${accountId}`;
      return [
        s3(installation, caller, 'GetObject', own, {}),
        s3(installation, caller, 'PutObject', own),
        request(caller, 'glue:DeleteTable', `${glue}:table/other/account_line`, accountId),
        request(
          caller,
          'athena:StartQueryExecution',
          `arn:aws:athena:${region}:${accountId}:workgroup/primary`,
          accountId,
        ),
      ];
    },
  },
  {
    name: 'the history function writes anything but history, reads or lists what it does not keep, or deletes',
    requests: (installation) => {
      const { dataAccountId: accountId } = installation;
      const caller = { accountId, roleArn: roleOf(installation, 'history', accountId).arn };
      const list = (prefix: string) =>
        request(caller, 's3:ListBucket', `arn:aws:s3:::${installation.bucketName}`, accountId, {
          's3:prefix': prefix,
        });
      return [
        s3(installation, caller, 'PutObject', own),
        s3(installation, caller, 'PutObject', `collection-runs/${day}/${sandbox}.json`),
        s3(installation, caller, 'PutObject', `accounts/${day}/accounts.jsonl`),
        s3(installation, caller, 'PutObject', 'exceptions/exceptions.csv'),
        s3(installation, caller, 'PutObject', 'controls/controls.csv'),
        s3(installation, caller, 'GetObject', 'exceptions/exceptions.csv', {}),
        s3(installation, caller, 'GetObject', 'digests/2026-W47/mail.json', {}),
        s3(installation, caller, 'GetObject', 'athena-results/1.csv', {}),
        s3(installation, caller, 'DeleteObject', 'history/x', {}),
        list('digests/'),
        list(''),
      ];
    },
  },
  {
    name: 'an analyst who does more than ask',
    requests: (installation) => {
      const { estate, dataAccountId: accountId } = installation;
      const added = estate.managed.map(({ document }) => document);
      const caller: Caller = { ...made(accountId, '/analyst'), added };
      const { region } = roleOf(installation, 'apply-ddl', accountId);
      return [
        s3(installation, caller, 'PutObject', own),
        s3(installation, caller, 'DeleteObject', own, {}),
        request(caller, 's3:GetObject', 'arn:aws:s3:::elsewhere/secret', accountId),
        request(
          caller,
          'athena:StartQueryExecution',
          `arn:aws:athena:${region}:${accountId}:workgroup/primary`,
          accountId,
        ),
        request(caller, 'glue:GetTable', `arn:aws:glue:${region}:${accountId}:table/other/secret`, accountId),
        request(
          caller,
          'glue:DeleteTable',
          `arn:aws:glue:${region}:${accountId}:table/credential_report/account_line`,
          accountId,
        ),
      ];
    },
  },
];

/** Of the central bus and those who notify. */
const messageAttacks: readonly Attack[] = [
  {
    name: 'events that no forwarder of the organization hands over, or not of the kinds meant',
    requests: (installation) => {
      const bus = centralBus(undefined, installation);
      if (bus === '') return [];
      const path = `${pathOf(installation, 'event-forwarder')}x`;
      const put = (caller: Caller, context: Readonly<Record<string, string | readonly string[]>>) =>
        request(caller, 'events:PutEvents', bus, installation.dataAccountId, context);
      const without = (key: string) =>
        Object.fromEntries(Object.entries(forwarded).filter(([name]) => name !== key));
      return [
        put(made(outsider, path, 'o-elsewhere01'), { ...forwarded, 'aws:PrincipalOrgID': 'o-elsewhere01' }),
        put(made(sandbox, '/admin'), forwarded),
        put(made(sandbox, path), { ...forwarded, 'events:source': ['aws.ec2'] }),
        put(made(sandbox, path), { ...forwarded, 'events:source': ['aws.iam', 'my.own'] }),
        put(made(sandbox, path), { ...forwarded, 'events:detail-type': ['Mine'] }),
        put(made(sandbox, path), without('events:source')),
        put(made(sandbox, path), without('events:detail-type')),
      ];
    },
  },
  {
    name: 'a notifier that reads reports it does not need, writes elsewhere, or sends to others',
    requests: (installation) => {
      const { estate, dataAccountId: accountId } = installation;
      return estate.roles
        .filter(({ kind }) => kind === 'event-notifier')
        .flatMap(({ arn: roleArn }) => {
          const caller = { accountId, roleArn };
          return [
            s3(installation, caller, 'GetObject', own, {}),
            s3(installation, caller, 'PutObject', own),
            s3(installation, caller, 'PutObject', 'exceptions/exceptions.csv'),
            s3(installation, caller, 'PutObject', 'controls/controls.csv'),
            s3(installation, caller, 'GetObject', `collection-runs/${day}/${sandbox}.json`, {}),
            s3(
              installation,
              caller,
              'GetObject',
              'history/credential-reports/2026/11/20/credential-reports.parquet',
              {},
            ),
            s3(installation, caller, 'GetObject', 'digests/2026-W47/mail.json', {}),
            request(caller, 'sns:Publish', `arn:aws:sns:eu-west-1:${accountId}:other`, accountId),
            request(
              caller,
              'secretsmanager:GetSecretValue',
              `arn:aws:secretsmanager:eu-west-1:${accountId}:secret:other-a1b2c3`,
              accountId,
            ),
          ];
        });
    },
  },
];

export const attacks: readonly Attack[] = [
  ...bucketAttacks,
  ...nameAttacks,
  ...roleAttacks,
  ...messageAttacks,
  ...resourceAttacks,
];
