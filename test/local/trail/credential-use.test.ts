import {
  folderPlace,
  planFiles,
  readUse,
  type CredentialUse,
  type TrailPrincipal,
} from '../../../local/trail';
import { storedObjects } from '../athena/stored-objects';
import { account, event, fileKey, packed, user, type RecordFields } from './trail-files';

const anna = { user: 'anna' };

async function usesOf(
  objects: Readonly<Record<string, Buffer>>,
  principal: TrailPrincipal = anna,
): Promise<readonly CredentialUse[]> {
  const selection = { accountId: account, principal, from: '2026-11-20', to: '2026-11-21' };
  const plan = await planFiles(folderPlace(storedObjects(objects)), selection, '2026-11-25');
  return (await readUse(plan, () => undefined)).uses;
}

const ofDay = (...records: readonly RecordFields[]) => ({ [fileKey('2026-11-20')]: packed(...records) });

test('calls of a day are counted, with first, last, addresses and user agents', async () => {
  const twice = event({ eventTime: '2026-11-20T23:59:59Z', userAgent: 'console' });
  const uses = await usesOf({
    [fileKey('2026-11-20')]: packed(
      event({ eventTime: '2026-11-20T08:00:00Z', sourceIPAddress: '198.51.100.7' }),
      event(),
      event({ userIdentity: user('ben') }),
    ),
    // Delivered late, and once more.
    [fileKey('2026-11-21')]: packed(twice, event({ eventTime: '2026-11-21T00:00:00Z' })),
    [fileKey('2026-11-22')]: packed(twice, event({ eventTime: '2026-11-22T00:00:00Z' })),
  });
  const common = {
    account_id: account,
    user_name: 'anna',
    is_root: false,
    access_key_id: 'AKIAEXAMPLE000000001',
    event_source: 'ec2.amazonaws.com',
    event_name: 'DescribeInstances',
    event_name_raw: 'DescribeInstances',
    error_code: null,
    aws_region: 'eu-central-1',
    is_data_event: false,
    resources: [],
    resources_cut: false,
  };
  expect(uses).toEqual([
    {
      ...common,
      event_date: '2026-11-20',
      calls: 3,
      first_at: '2026-11-20 08:00:00',
      last_at: '2026-11-20 23:59:59',
      source_addresses: ['192.0.2.10', '198.51.100.7'],
      source_address_count: 2,
      user_agent_count: 2,
    },
    {
      ...common,
      event_date: '2026-11-21',
      calls: 1,
      first_at: '2026-11-21 00:00:00',
      last_at: '2026-11-21 00:00:00',
      source_addresses: ['192.0.2.10'],
      source_address_count: 1,
      user_agent_count: 1,
    },
  ]);
});

/** Tells the cases of a table apart, which are read together. */
const keyOf = (index: number) => `AKIAEXAMPLE${String(index).padStart(9, '0')}`;

/** The use that each event makes; undefined where none. */
async function useOfEach(fields: readonly RecordFields[]): Promise<(CredentialUse | undefined)[]> {
  const events = fields.map((more, index) => {
    const { userIdentity = user('anna') } = more as { userIdentity?: RecordFields };
    return event({ ...more, userIdentity: { ...userIdentity, accessKeyId: keyOf(index) } });
  });
  const uses = await usesOf(ofDay(...events));
  return events.map((_, index) => uses.find((use) => use.access_key_id === keyOf(index)));
}

const root = { type: 'Root', accountId: account, arn: `arn:aws:iam::${account}:root` };
const session = {
  type: 'FederatedUser',
  accountId: account,
  arn: `arn:aws:sts::${account}:federated-user/tool`,
  accessKeyId: 'ASIAEXAMPLE000000001',
  sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'anna', accountId: account } },
};

const identities: readonly { name: string; of: RecordFields; anna: number; root: number }[] = [
  { name: 'a user', of: user('anna'), anna: 1, root: 0 },
  { name: 'another user', of: user('Anna'), anna: 0, root: 0 },
  { name: 'a session that the user federates', of: session, anna: 1, root: 0 },
  {
    name: 'a user of whom the path stands in the ARN alone',
    of: user('', { userName: undefined, arn: `arn:aws:iam::${account}:user/team/shop/anna` }),
    anna: 1,
    root: 0,
  },
  { name: 'a user of another account', of: user('anna', { accountId: '100000000008' }), anna: 0, root: 0 },
  { name: 'a user of no account', of: user('anna', { accountId: undefined }), anna: 0, root: 0 },
  { name: 'a role of that name', of: { ...user('anna'), type: 'AssumedRole' }, anna: 0, root: 0 },
  { name: 'the root user', of: root, anna: 0, root: 1 },
  { name: 'a user called as CloudTrail calls the root user', of: user('AWS ROOT USER'), anna: 0, root: 1 },
  { name: 'a name that is hidden', of: user('HIDDEN_DUE_TO_SECURITY_REASONS'), anna: 0, root: 0 },
  {
    name: 'an account that has a name as the root user',
    of: { ...root, userName: 'anna' },
    anna: 0,
    root: 1,
  },
];

describe('one call each is', () => {
  let ofAnna: readonly (string | null)[];
  let ofRoot: readonly (string | null)[];
  beforeAll(async () => {
    const objects = ofDay(
      ...identities.map(({ of }, index) => event({ userIdentity: { ...of, accessKeyId: keyOf(index) } })),
    );
    const keys = (uses: readonly CredentialUse[]) => uses.map(({ access_key_id }) => access_key_id);
    ofAnna = keys(await usesOf(objects));
    ofRoot = keys(await usesOf(objects, { root: true }));
  });

  test.each(identities.map((one, index) => ({ ...one, key: keyOf(index) })))(
    "$name: anna's $anna, the root user's $root",
    ({ key, anna: annas, root: roots }) => {
      expect(ofAnna.filter((one) => one === key)).toHaveLength(annas);
      expect(ofRoot.filter((one) => one === key)).toHaveLength(roots);
    },
  );
});

test('a key is asked for by its id', async () => {
  const objects = ofDay(
    event(),
    event({ userIdentity: user('ben', { accessKeyId: 'AKIAEXAMPLE000000002' }) }),
  );
  const uses = await usesOf(objects, { key: 'AKIAEXAMPLE000000002' });
  expect(uses.map(({ user_name, calls }) => [user_name, calls])).toEqual([['ben', 1]]);
});

const signIn = { eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin' };

const errors: readonly { name: string; of: RecordFields; code: string | null }[] = [
  { name: 'a use', of: {}, code: null },
  { name: 'an attempt', of: { errorCode: 'AccessDenied' }, code: 'AccessDenied' },
  { name: 'a sign-in', of: { ...signIn, responseElements: { ConsoleLogin: 'Success' } }, code: null },
  {
    name: 'a sign-in that failed',
    of: { ...signIn, responseElements: { ConsoleLogin: 'Failure' } },
    code: 'Failure',
  },
  { name: 'an answer that speaks of failure', of: { responseElements: { state: 'Failure' } }, code: null },
];

test('attempts are known by their error, of a sign-in by its answer', async () => {
  const uses = await useOfEach(errors.map(({ of }) => of));
  expect(errors.map(({ name }, index) => [name, uses[index]?.error_code])).toEqual(
    errors.map(({ name, code }) => [name, code]),
  );
});

test('versions are no part of a name', async () => {
  const names = [
    ['CreateFunction20150331', 'CreateFunction'],
    ['AddPermission20150331v2', 'AddPermission'],
    ['CreateDistribution2015_07_27', 'CreateDistribution'],
    ['ListObjectsV2', 'ListObjectsV2'],
    ['Route53Change', 'Route53Change'],
  ];
  const uses = await useOfEach(names.map(([eventName]) => ({ eventName })));
  expect(uses.map((use) => [use?.event_name_raw, use?.event_name])).toEqual(names);
});

const of = (service: string, requestParameters: RecordFields, more: RecordFields = {}) => ({
  eventSource: `${service}.amazonaws.com`,
  requestParameters,
  ...more,
});
const bucket = 'arn:aws:s3:::shop';

const resourceCases: readonly { name: string; fields: RecordFields; resources: readonly string[] }[] = [
  { name: 'a bucket', fields: of('s3', { bucketName: 'shop' }), resources: [bucket] },
  { name: 'an object', fields: of('s3', { bucketName: 'shop', key: 'a/b' }), resources: [`${bucket}/*`] },
  {
    name: 'an object with its bucket, as data events name them',
    fields: of(
      's3',
      { bucketName: 'shop', key: 'a/b' },
      {
        eventCategory: 'Data',
        resources: [
          { type: 'AWS::S3::Object', ARN: `${bucket}/a/b` },
          { accountId: account, type: 'AWS::S3::Bucket', ARN: bucket },
        ],
      },
    ),
    resources: [bucket, `${bucket}/*`],
  },
  {
    name: 'both ends of a copy',
    fields: of('s3', { bucketName: 'to', key: 'a', 'x-amz-copy-source': '/from/a' }),
    resources: ['arn:aws:s3:::from/*', 'arn:aws:s3:::to/*'],
  },
  {
    name: 'a function by name',
    fields: of('lambda', { functionName: 'sum' }),
    resources: [`arn:aws:lambda:eu-central-1:${account}:function:sum`],
  },
  {
    name: 'a function by ARN',
    fields: of('lambda', { functionName: 'arn:aws:lambda:eu-west-1:100000000008:function:sum' }),
    resources: ['arn:aws:lambda:eu-west-1:100000000008:function:sum'],
  },
  { name: 'a function by a part of its ARN', fields: of('lambda', { functionName: '1:sum' }), resources: [] },
  {
    name: 'a table',
    fields: of('dynamodb', { tableName: 'orders' }),
    resources: [`arn:aws:dynamodb:eu-central-1:${account}:table/orders`],
  },
  {
    name: 'a queue, of the account in its address',
    fields: of('sqs', { queueUrl: 'https://sqs.eu-central-1.amazonaws.com/100000000008/jobs' }),
    resources: ['arn:aws:sqs:eu-central-1:100000000008:jobs'],
  },
  {
    name: 'a distribution',
    fields: of('cloudfront', { distributionId: 'E2EXAMPLE' }, { awsRegion: 'us-east-1' }),
    resources: [`arn:aws:cloudfront::${account}:distribution/E2EXAMPLE`],
  },
  {
    name: 'the user herself',
    fields: of('iam', { userName: 'anna', policyArn: 'arn:aws:iam::aws:policy/X' }),
    resources: [`arn:aws:iam::${account}:user/anna`],
  },
  { name: 'another user, whose path is in no event', fields: of('iam', { userName: 'ben' }), resources: [] },
  { name: 'an alias of a key', fields: of('kms', { keyId: 'alias/shop' }), resources: [] },
  {
    name: 'another partition',
    fields: of(
      's3',
      { bucketName: 'shop' },
      { userIdentity: user('anna', { arn: `arn:aws-cn:iam::${account}:user/anna` }) },
    ),
    resources: ['arn:aws-cn:s3:::shop'],
  },
  { name: 'parameters that are no object', fields: of('s3', {}, { requestParameters: '{' }), resources: [] },
];

test('resources are named where nothing is a guess', async () => {
  const uses = await useOfEach(resourceCases.map(({ fields }) => fields));
  expect(resourceCases.map(({ name }, index) => [name, uses[index]?.resources])).toEqual(
    resourceCases.map(({ name, resources }) => [name, resources]),
  );
  expect(uses.filter((use) => use?.is_data_event)).toHaveLength(1);
});

test('more than so many addresses and resources are counted and cut', async () => {
  const many = Array.from({ length: 51 }, (_, index) =>
    event(of('s3', { bucketName: `b-${100 + index}` }, { sourceIPAddress: `192.0.2.${100 + index}` })),
  );
  const [all] = await usesOf(ofDay(...many.slice(1)));
  expect(all).toMatchObject({ calls: 50, source_address_count: 50, resources_cut: false });
  const [cut] = await usesOf(ofDay(...many));
  expect(cut).toMatchObject({ calls: 51, source_address_count: 51, resources_cut: true });
  expect([cut?.source_addresses.length, cut?.source_addresses[0]]).toEqual([20, '192.0.2.100']);
  expect([cut?.resources.length, cut?.resources[49]]).toEqual([50, 'arn:aws:s3:::b-149']);
  const keys = Array.from({ length: 6 }, (_, index) => ({ ARN: `arn:aws:dynamodb:x:1:table/${index}` }));
  const [wide] = await usesOf(ofDay(event({ resources: keys })));
  expect([wide?.resources.length, wide?.resources_cut]).toEqual([5, true]);
});

test('an event that names nothing beside one that does leaves the resources open', async () => {
  const [some] = await usesOf(
    ofDay(event(of('iam', { userName: 'anna' })), event(of('iam', { userName: 'ben' }))),
  );
  expect(some).toMatchObject({
    calls: 2,
    resources: [`arn:aws:iam::${account}:user/anna`],
    resources_cut: true,
  });
  const [none] = await usesOf(
    ofDay(event(of('iam', { userName: 'ben' })), event(of('iam', { userName: 'cy' }))),
  );
  expect(none).toMatchObject({ calls: 2, resources: [], resources_cut: false });
});
