import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { checkAskedTrail } from '../../../cli/preflight/check-asked-trail';
import { startOrganization, type EmbeddedOrganization } from '../../../local/organization';
import { cloudTrailService } from '../../../local/organization/cloudtrail/service';
import { management, member, smallOrganization as organization } from './small-organization';

const objects = {
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  ],
};
const common = { ownerAccountId: management, homeRegion: 'eu-central-1', bucket: 'anycompany-trail' };
const trails = [
  { ...common, name: 'all', isOrganizationTrail: true, prefix: 'logs', advancedEventSelectors: [objects] },
  { ...common, name: 'own', isOrganizationTrail: false, homeRegion: 'us-east-1', bucket: 'own' },
];

let aws: EmbeddedOrganization;
beforeAll(async () => {
  aws = await startOrganization({
    organization,
    buckets: [],
    now: () => new Date(),
    services: [cloudTrailService({ trails })],
  });
});
afterAll(() => aws.close());

const clientOf = (account: string) =>
  new CloudTrailClient({
    region: 'eu-central-1',
    endpoint: aws.endpoint,
    credentials: aws.credentials(account),
    maxAttempts: 1,
  });
const namesOf = async (account: string, includeShadowTrails: boolean) => {
  const { trailList = [] } = await clientOf(account).send(new DescribeTrailsCommand({ includeShadowTrails }));
  return trailList.map(({ Name }) => Name);
};

test("a member sees the organization's trail, and nobody else's own", async () => {
  expect(await namesOf(management, true)).toEqual(['all', 'own']);
  expect(await namesOf(management, false)).toEqual(['all']);
  expect(await namesOf(member, true)).toEqual(['all']);
});

test('preflight holds the options against it', async () => {
  const asked = { bucket: 'anycompany-trail', prefix: 'logs', organizationId: organization.id };
  expect(await checkAskedTrail(clientOf(member), asked)).toMatchObject({
    state: 'ready',
    detail: 'all, of all regions; it logs data events of AWS::S3::Object',
  });
  expect(await checkAskedTrail(clientOf(management), { bucket: 'own' })).toMatchObject({
    state: 'ready',
    detail: expect.stringMatching(/; it logs no data event: /) as unknown,
  });
});

test('what is not known of trails is refused', async () => {
  const client = clientOf(member);
  await expect(client.send(new GetEventSelectorsCommand({ TrailName: 'none' }))).rejects.toMatchObject({
    name: 'TrailNotFoundException',
  });
  await expect(client.send(new DescribeTrailsCommand({ trailNameList: ['all'] }))).rejects.toMatchObject({
    name: 'NotImplemented',
  });
  await expect(client.send(new GetTrailStatusCommand({ Name: 'all' }))).rejects.toMatchObject({
    name: 'NotImplemented',
  });
});
