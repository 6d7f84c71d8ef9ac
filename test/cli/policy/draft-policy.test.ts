import { draftPolicy } from '../../../cli/policy/draft-policy';
import {
  characters,
  mostCharacters,
  policyDocument,
  splitDocument,
} from '../../../cli/policy/policy-document';
import type { CredentialUse } from '../../../local/trail';

const useOf = (
  source: string,
  name: string,
  calls: number,
  resources: readonly string[] = [],
): CredentialUse => ({
  account_id: '100000000005',
  event_date: '2026-11-20',
  user_name: 'deploy-ci',
  is_root: false,
  access_key_id: 'AKIAEXAMPLE000000001',
  event_source: `${source}.amazonaws.com`,
  event_name: name,
  event_name_raw: name,
  error_code: null,
  aws_region: 'eu-central-1',
  is_data_event: false,
  calls,
  first_at: '2026-11-20 08:00:00',
  last_at: '2026-11-20 09:00:00',
  source_addresses: [],
  source_address_count: 0,
  user_agent_count: 1,
  resources,
  resources_cut: false,
});

const site = 'arn:aws:s3:::anycompany-site';
const docs = 'arn:aws:s3:::anycompany-docs';
const statementsOf = async (uses: readonly CredentialUse[]) => {
  const { known } = await draftPolicy(uses);
  return policyDocument(known).Statement.map(({ Action, Resource }) => [
    Action.join(' '),
    Resource.join(' '),
  ]);
};

test('actions of a service on the same resources share a statement, whatever the order of the rows', async () => {
  const uses = [
    useOf('sts', 'AssumeRole', 1, ['arn:aws:iam::100000000008:role/x']),
    useOf('s3', 'HeadObject', 4, [`${site}/*`]),
    useOf('s3', 'PutObject', 2, [`${site}/*`]),
    useOf('s3', 'UploadPart', 3, [`${site}/*`]),
    useOf('s3', 'HeadBucket', 1, [site]),
    useOf('s3', 'ListBuckets', 1),
  ];
  const expected = [
    ['s3:ListAllMyBuckets', '*'],
    ['s3:ListBucket', site],
    ['s3:GetObject s3:PutObject', `${site}/*`],
    ['sts:AssumeRole', 'arn:aws:iam::100000000008:role/x'],
  ];
  expect((await statementsOf(uses)).sort()).toEqual([...expected].sort());
  expect(await statementsOf(uses)).toEqual(await statementsOf([...uses].reverse()));
});

test('calls and resources of an action are summed over days and events', async () => {
  const uses = [
    useOf('s3', 'PutObject', 2, [`${site}/*`]),
    useOf('s3', 'CompleteMultipartUpload', 3, [`${docs}/*`]),
  ];
  expect((await draftPolicy(uses)).known).toEqual([
    { action: 's3:PutObject', calls: 5, resources: [`${docs}/*`, `${site}/*`] },
  ]);
});

test('one row without a resource leaves open what the others were on', async () => {
  const uses = [useOf('s3', 'PutObject', 2, [`${site}/*`]), useOf('s3', 'PutObject', 1)];
  expect((await draftPolicy(uses)).known).toEqual([
    { action: 's3:PutObject', calls: 3, resources: ['*'], reason: 'no event names a resource' },
  ]);
});

test.each<[why: RegExp, use: CredentialUse]>([
  [/which resource is of which action/, useOf('s3', 'CopyObject', 1, [`${site}/*`])],
  [
    /more resources than are kept, or only some of them any/,
    { ...useOf('s3', 'PutObject', 1, [`${site}/*`]), resources_cut: true },
  ],
])('everything, since %s', async (why, use) => {
  const { known } = await draftPolicy([use]);
  expect(known.map(({ resources }) => resources)).toEqual(known.map(() => ['*']));
  for (const { reason } of known) expect(reason).toMatch(why);
});

test('what is unknown, and what needs no permission, is in no statement', async () => {
  const uses = [
    useOf('dynamodb', 'ExecuteStatement', 2),
    useOf('dynamodb', 'ExecuteStatement', 5),
    useOf('sts', 'GetCallerIdentity', 7),
  ];
  const { known, unknown, withoutPermission } = await draftPolicy(uses);
  expect(known).toEqual([]);
  expect(unknown).toMatchObject([{ source: 'dynamodb.amazonaws.com', name: 'ExecuteStatement', calls: 7 }]);
  expect(withoutPermission).toMatchObject([{ name: 'GetCallerIdentity', calls: 7 }]);
});

test('a policy that is too long for IAM is split where statements end', async () => {
  const buckets = Array.from({ length: 150 }, (_none, at) => `${site}-${at}`);
  const { known } = await draftPolicy([
    useOf('iam', 'ListUsers', 1),
    ...buckets.map((bucket) => useOf('s3', 'GetBucketAcl', 1, [bucket])),
    ...buckets.map((bucket) => useOf('s3', 'GetObject', 1, [`${bucket}/*`])),
  ]);
  const document = policyDocument(known);
  const parts = splitDocument(document);
  expect(characters(document)).toBeGreaterThan(mostCharacters);
  expect(parts.map((part) => part.Statement.map(({ Action }) => Action.join(' ')))).toEqual([
    ['iam:ListUsers', 's3:GetBucketAcl'],
    ['s3:GetObject'],
  ]);
  expect(parts.flatMap(({ Statement }) => Statement)).toEqual(document.Statement);
  expect(parts.map(characters).filter((length) => length > mostCharacters)).toEqual([]);
});

test('a statement that is too long by itself is split by its resources, one resource by its actions', () => {
  const resources = Array.from({ length: 300 }, (_none, at) => `${site}-of-department-${at}`);
  const actions = Array.from({ length: 400 }, (_none, at) => `s3:GetSomethingNumber${at}`);
  const statements = [
    { Effect: 'Allow' as const, Action: ['s3:GetBucketAcl'], Resource: resources },
    { Effect: 'Allow' as const, Action: actions, Resource: ['*'] },
  ];
  const parts = splitDocument({ Version: '2012-10-17', Statement: statements });
  expect(parts.map(characters).filter((length) => length > mostCharacters)).toEqual([]);
  const pairs = parts
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((one) => `${action} ${one}`)));
  expect(pairs).toEqual([
    ...resources.map((one) => `s3:GetBucketAcl ${one}`),
    ...actions.map((one) => `${one} *`),
  ]);
});
