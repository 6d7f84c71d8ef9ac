import { createHash } from 'node:crypto';
import { IAMClient } from '@aws-sdk/client-iam';
import { collect } from '../../../lambda/collector/collect';
import { collectorTimeoutSeconds, type FactScope } from '../../../lambda/collector/contract';
import type { RunRecord } from '../../../lambda/report/run-record';
import { startOrganization, type Fault, type OrganizationData } from '../../../local/organization';
import type { AccountData } from '../../../local/organization/organization-data';

/** What is stored beside the report, as IAM's calls tell it over the wire. */

const member = '100000000007';
const key = `user-facts/2026/11/22/${member}.jsonl`;
const policy = (name: string) => `arn:aws:iam::${member}:policy/${name}`;
const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const created = '2025-01-02T03:04:05Z';
const keyCreated = { at: created, event: 'created' } as const;
const twoKeys = {
  1: [keyCreated],
  2: [keyCreated, { at: '2026-01-01T00:00:00Z', event: 'deactivated' }],
} as const;

type Line = Readonly<Record<string, unknown>>;

/** Collects an account and gives what was stored. */
async function collectFrom(
  account: Partial<AccountData>,
  {
    faults = [],
    facts = 'all',
    puts = () => undefined,
    nameTakesMs = 0,
  }: {
    readonly faults?: readonly Omit<Fault, 'account'>[];
    readonly facts?: FactScope;
    /** Throws for a key that cannot be put. */
    readonly puts?: (key: string) => void;
    readonly nameTakesMs?: number;
  } = {},
) {
  let time = Date.parse('2026-11-22T03:00:00Z');
  const organization: OrganizationData = {
    id: 'o-anycompany1',
    managementAccountId: member,
    rootId: 'r-any1',
    organizationalUnits: [],
    accounts: [
      {
        id: member,
        name: 'Sandbox',
        email: 'x@example.com',
        joinedAt: '2020-01-01T00:00:00Z',
        parentId: 'r-any1',
        ...account,
      },
    ],
  };
  const aws = await startOrganization({ organization, buckets: [], now: () => new Date(time), faults });
  const iam = new IAMClient({
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: aws.credentials(member),
    maxAttempts: 1,
  });
  const timers: { readonly at: number; readonly abort: AbortController }[] = [];
  const abortIn = (milliseconds: number) => {
    const abort = new AbortController();
    if (milliseconds <= 0) abort.abort();
    timers.push({ at: time + milliseconds, abort });
    return abort.signal;
  };
  const pass = (milliseconds: number) => {
    time += milliseconds;
    for (const { at, abort } of timers) if (at <= time) abort.abort();
  };
  const end = time + collectorTimeoutSeconds * 1000;
  const objects = new Map<string, string>();
  const put = async (name: string, body: Uint8Array | string) => {
    puts(name);
    objects.set(name, Buffer.from(body).toString());
    return Promise.resolve('stored' as const);
  };
  try {
    const { record } = await collect(
      {
        iam,
        facts,
        accountName: () => {
          pass(nameTakesMs);
          return Promise.resolve('Sandbox');
        },
        store: {
          putNew: (name, body) => (objects.has(name) ? Promise.resolve('exists') : put(name, body)),
          replace: put,
        },
        now: () => new Date(time),
        sleep: (milliseconds) => Promise.resolve(pass(milliseconds)),
        random: () => 0.5,
        remainingMs: () => end - time,
        abortIn,
        version: '9.9.9',
      },
      { accountId: member, scheduledAt: new Date('2026-11-22T03:00:00Z') },
    );
    const stored = JSON.parse(
      objects.get(`collection-runs/2026/11/22/${member}.json`) ?? 'null',
    ) as RunRecord;
    const text = objects.get(key) ?? '';
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
    return {
      record,
      stored,
      text,
      lines,
      objects,
      requests: aws.requests,
      of: (fact: string) => lines.filter((line) => line['fact'] === fact),
    };
  } finally {
    iam.destroy();
    await aws.close();
  }
}

test('one line a fact, for each call what it tells', async () => {
  const { lines, stored, text, requests } = await collectFrom({
    root: { mfa: [{ at: '2020-02-02T00:00:00Z', event: 'on' }] },
    groups: [{ name: 'admins', attachedPolicies: [{ arn: 'arn:aws:iam::aws:policy/IAMFullAccess' }] }],
    policies: [
      {
        name: 'deploy',
        createdAt: created,
        document: {
          Statement: { ...statement, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
        },
      },
      { name: 'of-a-role', createdAt: created, document: { Statement: statement } },
    ],
    passwordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true },
    users: [
      {
        name: 'anna',
        path: '/team/',
        createdAt: created,
        groups: ['admins'],
        tags: { owner: 'anna@example.com' },
        boundary: policy('deploy'),
        accessKeys: twoKeys,
        mfa: [{ at: '2026-03-04T05:06:07Z', event: 'on' }],
        attachedPolicies: [{ arn: policy('deploy') }],
        inlinePolicies: [
          {
            name: 'own',
            document: { Statement: [{ Effect: 'Deny', NotAction: ['s3:*', 'sts:*'], NotResource: 'x' }] },
          },
        ],
        serviceCredentials: [
          {
            id: 'ACCAEXAMPLE0000000001',
            service: 'bedrock.amazonaws.com',
            createdAt: created,
            expiresAt: '2027-01-01T00:00:00Z',
            status: 'Expired',
          },
        ],
      },
      { name: 'bert', createdAt: created, mfaKind: 'passkey', mfa: [{ at: created, event: 'on' }] },
    ],
  });
  const at = '2025-01-02T03:04:05.000Z';
  const bare = { groups: [], tags: {} };
  const id = expect.stringMatching(/^AIDA[0-9A-F]{17}$/) as string;
  const keyId = expect.stringMatching(/^AKIA[0-9A-F]{16}$/) as string;
  const inline = { attached_to: 'user', name: 'anna', user_name: 'anna', policy_name: 'own' };
  const none = { actions: [], not_actions: [], resources: [], not_resources: [] };
  expect(lines).toEqual([
    {
      fact: 'user',
      user_name: 'anna',
      user_id: id,
      arn: `arn:aws:iam::${member}:user/team/anna`,
      path: '/team/',
      created_at: at,
      groups: ['admins'],
      tags: { owner: 'anna@example.com' },
      boundary_arn: policy('deploy'),
    },
    {
      fact: 'attached_policy',
      attached_to: 'user',
      name: 'anna',
      user_name: 'anna',
      policy_arn: policy('deploy'),
      policy_name: 'deploy',
    },
    {
      fact: 'statement',
      ...inline,
      statement: 1,
      effect: 'Deny',
      ...none,
      not_actions: ['s3:*', 'sts:*'],
      not_resources: ['x'],
      has_condition: false,
    },
    {
      fact: 'user',
      user_name: 'bert',
      user_id: id,
      arn: `arn:aws:iam::${member}:user/bert`,
      path: '/',
      created_at: at,
      ...bare,
    },
    {
      fact: 'attached_policy',
      attached_to: 'group',
      name: 'admins',
      policy_arn: 'arn:aws:iam::aws:policy/IAMFullAccess',
      policy_name: 'IAMFullAccess',
    },
    {
      fact: 'statement',
      policy_arn: policy('deploy'),
      policy_name: 'deploy',
      statement: 1,
      effect: 'Allow',
      ...none,
      actions: ['*'],
      resources: ['*'],
      has_condition: true,
    },
    {
      fact: 'virtual_mfa_device',
      serial_number: `arn:aws:iam::${member}:mfa/root-account-mfa-device`,
      user_arn: `arn:aws:iam::${member}:root`,
      enabled_at: '2020-02-02T00:00:00.000Z',
    },
    {
      fact: 'virtual_mfa_device',
      serial_number: `arn:aws:iam::${member}:mfa/anna`,
      user_name: 'anna',
      user_arn: `arn:aws:iam::${member}:user/team/anna`,
      enabled_at: '2026-03-04T05:06:07.000Z',
    },
    {
      fact: 'service_credential',
      user_name: 'anna',
      credential_id: 'ACCAEXAMPLE0000000001',
      service_name: 'bedrock.amazonaws.com',
      status: 'Expired',
      created_at: at,
      expires_at: '2027-01-01T00:00:00.000Z',
    },
    {
      fact: 'password_policy',
      is_set: true,
      policy: { MinimumPasswordLength: 14, RequireSymbols: true, ExpirePasswords: false },
    },
    {
      fact: 'account_summary',
      summary: expect.objectContaining({ Users: 2, AccountMFAEnabled: 1 }) as object,
    },
    { fact: 'access_key', user_name: 'anna', access_key_id: keyId, status: 'Active', created_at: at },
    { fact: 'access_key', user_name: 'anna', access_key_id: keyId, status: 'Inactive', created_at: at },
  ]);
  expect(new Set(lines.map((line) => line['access_key_id'])).size).toBe(3);
  expect(stored.facts).toEqual({
    key,
    lines: 13,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    calls: 7,
    not_read: [],
  });
  expect(
    requests.map(({ action }) => action).filter((action) => !action.includes('CredentialReport')),
  ).toHaveLength(7);
});

test('an account without anything: that there is no password policy is a fact, and no key is asked for', async () => {
  const { lines, stored } = await collectFrom({});
  expect(lines).toEqual([
    { fact: 'password_policy', is_set: false },
    { fact: 'account_summary', summary: expect.objectContaining({ Users: 0 }) as object },
  ]);
  expect(stored.facts).toMatchObject({ calls: 5, not_read: [] });
});

test('tags can be left out, and everything can', async () => {
  const users = [{ name: 'anna', createdAt: created, tags: { owner: 'x' } }];
  expect((await collectFrom({ users }, { facts: 'without-tags' })).of('user')).toMatchObject([
    { user_name: 'anna', tags: null },
  ]);
  const { objects, stored, requests } = await collectFrom({ users }, { facts: 'none' });
  expect([...objects.keys()]).toEqual([
    `credential-reports/2026/11/22/${member}-Sandbox.csv`,
    `collection-runs/2026/11/22/${member}.json`,
  ]);
  expect(stored.facts).toBeNull();
  expect(requests.every(({ action }) => action.includes('CredentialReport'))).toBe(true);
});

const calls = [
  'GetAccountAuthorizationDetails',
  'ListVirtualMFADevices',
  'ListServiceSpecificCredentials',
  'GetAccountPasswordPolicy',
  'GetAccountSummary',
  'ListAccessKeys',
];
const oneUser = { users: [{ name: 'anna', createdAt: created, accessKeys: twoKeys }] };

test.each(calls)('a denied %s is a line, and the other calls tell what they know', async (call) => {
  const { lines, of, stored } = await collectFrom(oneUser, {
    faults: [{ action: `iam:${call}`, kind: 'access-denied' }],
  });
  const about = call === 'ListAccessKeys' ? { user_name: 'anna' } : {};
  const error = { error_name: 'AccessDenied', error_message: `not authorized to perform: iam:${call}` };
  expect(of('not_read')).toEqual([{ fact: 'not_read', call, ...about, ...error }]);
  const told = ['user', 'password_policy', 'account_summary', 'access_key'].filter(
    (fact) => of(fact).length > 0,
  );
  expect(told).toHaveLength(
    ['ListVirtualMFADevices', 'ListServiceSpecificCredentials'].includes(call) ? 4 : 3,
  );
  expect(stored).toMatchObject({
    status: 'collected',
    warnings: [],
    facts: { lines: lines.length, not_read: [`${call}: AccessDenied`] },
  });
});

test('a user that is deleted between two calls has no keys, and costs the others nothing', async () => {
  const error = { code: 'NoSuchEntity', status: 404, message: 'The user with name anna cannot be found.' };
  const users = ['anna', 'bert'].map((name) => ({ name, createdAt: created, accessKeys: twoKeys }));
  const { of, stored } = await collectFrom(
    { users },
    { faults: [{ action: 'iam:ListAccessKeys', kind: 'error', error, times: 1 }] },
  );
  expect(of('access_key').map((line) => line['user_name'])).toEqual(['bert', 'bert']);
  expect(stored.facts?.not_read).toEqual([]);
});

test('what denies the keys of 20 users is not asked for those of all; each is a line', async () => {
  const users = Array.from({ length: 30 }, (_, n) => ({
    name: `user-${n}`,
    createdAt: created,
    accessKeys: twoKeys,
  }));
  const { of, stored } = await collectFrom(
    { users },
    { faults: [{ action: 'iam:ListAccessKeys', kind: 'throttling' }] },
  );
  expect(of('not_read').map((line) => line['error_name'])).toEqual([
    ...Array<string>(20).fill('Throttling'),
    ...Array<string>(10).fill('Bounded'),
  ]);
  expect(new Set(of('not_read').map((line) => line['user_name'])).size).toBe(30);
  expect(stored.facts).toMatchObject({
    calls: 25,
    not_read: ['ListAccessKeys: Throttling', 'ListAccessKeys: Bounded'],
  });
});

const texts = {
  JSON: '{"a":1}',
  quotes: `"it's"`,
  emoji: '👩‍👩‍👧',
  formula: '=1+1',
  lines: 'a\nb',
  lone: 'a\ud83d'.toWellFormed(),
};

test('tags of any text come out as they are', async () => {
  const { of } = await collectFrom({ users: [{ name: 'anna', createdAt: created, tags: texts }] });
  expect(of('user')[0]?.['tags']).toEqual(texts);
});

test('a list of 200 statements, and a document that does not decode, of whoever has it', async () => {
  const inlinePolicies = [
    { name: 'many', document: { Statement: Array<object>(200).fill(statement) } },
    { name: 'broken', document: '%7B%22Statement' },
    { name: 'not-encoded', document: '%' },
  ];
  const { of, stored } = await collectFrom({
    users: [{ name: 'anna', createdAt: created, inlinePolicies }],
    groups: [{ name: 'admins', inlinePolicies: inlinePolicies.slice(2) }],
  });
  expect(of('statement').map((line) => line['statement'])).toEqual(
    Array.from({ length: 200 }, (_, n) => n + 1),
  );
  const call = 'GetAccountAuthorizationDetails';
  expect(of('not_read')).toMatchObject([
    { call, user_name: 'anna', policy_name: 'broken', error_name: 'SyntaxError' },
    { call, user_name: 'anna', policy_name: 'not-encoded', error_name: 'URIError' },
    { call, attached_to: 'group', name: 'admins', policy_name: 'not-encoded', error_name: 'URIError' },
  ]);
  expect(stored.facts?.not_read).toEqual([`${call}: SyntaxError`, `${call}: URIError`]);
});

test('pages behind the first are read', async () => {
  const users = Array.from({ length: 250 }, (_, n) => ({ name: `user-${n}`, createdAt: created }));
  const { of, stored } = await collectFrom({ users });
  expect(new Set(of('user').map((line) => line['user_name'])).size).toBe(250);
  expect(stored.facts?.calls).toBe(7);
});

test('facts that cannot be stored are a warning, and harm neither report nor record', async () => {
  const { stored, objects } = await collectFrom(oneUser, {
    puts: (name) => {
      if (name.startsWith('user-facts/')) throw new Error('SlowDown');
    },
  });
  expect(stored).toMatchObject({ status: 'collected', users: 2, facts: null });
  expect(stored.warnings).toEqual(['the facts beside the report could not be stored: Error: SlowDown']);
  expect(objects.has(`credential-reports/2026/11/22/${member}-Sandbox.csv`)).toBe(true);
});

test('a record with the facts that cannot be put leaves the one without', async () => {
  let records = 0;
  const { stored, record } = await collectFrom(oneUser, {
    puts: (name) => {
      if (name.startsWith('collection-runs/') && ++records === 2) throw new Error('SlowDown');
    },
  });
  expect(stored).toMatchObject({ status: 'collected', facts: null });
  expect(record.facts).toMatchObject({ key });
});

/** Keys of 60 users are listed in 1.5 s, while the time for facts is over after 0.75 s: the report takes 2.25 s. */
const late = {
  users: Array.from({ length: 60 }, (_, n) => ({
    name: `user-${n}`,
    createdAt: created,
    accessKeys: twoKeys,
  })),
};

test('when the time is over, the users whose keys were not listed are named', async () => {
  const { of, stored } = await collectFrom(late, { nameTakesMs: 537_000 });
  expect([of('access_key').length, of('not_read').length]).toEqual([2 * 30, 30]);
  const named = new Set([...of('access_key'), ...of('not_read')].map((line) => line['user_name']));
  expect(named.size).toBe(60);
  expect(stored.facts).toMatchObject({ not_read: ['ListAccessKeys: Bounded'] });
});

test('with less than a minute left no call is made, and the record names each', async () => {
  const { of, stored, requests } = await collectFrom(late, { nameTakesMs: 538_000 });
  expect(stored).toMatchObject({
    status: 'collected',
    facts: { not_read: calls.map((call) => `${call}: Bounded`) },
  });
  expect(new Set(of('not_read').map((line) => line['user_name'])).size).toBe(60 + 1);
  expect(requests.every(({ action }) => action.includes('CredentialReport'))).toBe(true);
});

test('with less than half a minute left nothing is begun', async () => {
  const { stored, objects } = await collectFrom(late, { nameTakesMs: 568_000 });
  expect(stored).toMatchObject({ status: 'collected', facts: null, warnings: [] });
  expect(objects.has(key)).toBe(false);
});
