import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';
import type { OrganizationData } from '../../../local/organization';
import { builtInServices } from '../../../local/organization/built-in-services';
import { jsonProtocol } from '../../../local/organization/protocols/json';
import { defineService } from '../../../local/organization/service';
import { ServiceError } from '../../../local/organization/service-error';
import { failure, member, smallOrganization, start } from './small-organization';

function changed(id: string, change: object): OrganizationData {
  const accounts = smallOrganization.accounts.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...smallOrganization, accounts };
}

const wrong: [string, OrganizationData, string][] = [
  ['an account id', changed(member, { id: '7' }), 'the account id 7 is not twelve digits'],
  [
    'a parent',
    changed(member, { parentId: 'ou-root-none' }),
    `the parent ou-root-none of ${member} is neither the root nor a unit`,
  ],
  [
    'a later parent',
    changed(member, { moves: [{ at: '2026-01-01T00:00:00Z', to: 'x' }] }),
    `the parent x of ${member}`,
  ],
  [
    'a time',
    changed(member, { joinedAt: 'yesterday' }),
    `account ${member} has a time that is no ISO 8601: yesterday`,
  ],
  [
    'a role of another account',
    changed(member, { roles: [{ arn: 'arn:aws:iam::100000000001:role/x', trusted: [] }] }),
    'declares a role that is none of its own',
  ],
  [
    'a user name',
    changed(member, { users: [{ name: 'a b', createdAt: '2026-01-01T00:00:00Z' }] }),
    'a user name that IAM does not allow: a b',
  ],
  ['an id twice', { ...smallOrganization, outsiders: [{ id: member }] }, `the id ${member} occurs twice`],
  [
    'a management account',
    { ...smallOrganization, managementAccountId: '999999999999' },
    'the management account 999999999999 is not among the accounts',
  ],
];
test.each(wrong)(
  'an organization with %s that is wrong does not start',
  async (_name, organization, message) => {
    await expect(start({ organization })).rejects.toThrow(message);
  },
);

function plain(endpoint: string, headers: Record<string, string> = {}, url = '/'): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(endpoint + url, { method: 'POST', headers }, (response) => {
      let text = `${response.statusCode} ${response.headers.date} `;
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    });
    outgoing.on('error', reject).end();
  });
}

test('what has no signature, or one in the query, is refused; the date is that of the clock', async () => {
  const { organization } = await start();
  const anonymous = await plain(organization.endpoint);
  expect(anonymous).toContain('403 Sun, 22 Nov 2026 06:00:00 GMT');
  expect(anonymous).toContain('<Code>MissingAuthenticationToken</Code>');
  expect(await plain(organization.endpoint, {}, '/b/k?X-Amz-Signature=0')).toContain(
    'does not emulate presigned requests',
  );
});

test('services that are not emulated say so to clients of either protocol', async () => {
  const { organization } = await start();
  const settings = {
    endpoint: organization.endpoint,
    region: 'us-east-1',
    credentials: organization.credentials(member),
    maxAttempts: 1,
  };
  const sns = new SNSClient(settings).send(
    new PublishCommand({ TopicArn: 'arn:aws:sns:us-east-1:1:t', Message: 'm' }),
  );
  const ssm = new SSMClient(settings).send(new GetParameterCommand({ Name: 'n' }));
  const message = 'the embedded organization does not emulate the service';
  expect(await failure(sns)).toEqual({ name: 'NotImplemented', status: 501, message: `${message} sns` });
  expect(await failure(ssm)).toEqual({ name: 'NotImplemented', status: 501, message: `${message} ssm` });
});

test('a further service is one table of actions', async () => {
  const vocabulary = {
    unknownKey: () => new ServiceError('UnrecognizedClientException', 400, ''),
    expiredKey: () => new ServiceError('ExpiredTokenException', 400, ''),
    accessDenied: (message: string) => new ServiceError('AccessDeniedException', 400, message),
    throttling: () => new ServiceError('ThrottlingException', 400, ''),
    serverError: () => new ServiceError('InternalServerError', 500, ''),
  };
  const ssm = defineService({
    name: 'ssm',
    protocol: jsonProtocol('AmazonSSM', '1.1'),
    vocabulary,
    actions: {
      async GetParameter(call) {
        await call.authorize({
          action: 'ssm:GetParameter',
          resource: 'arn:aws:ssm:us-east-1:100000000007:parameter/n',
        });
        return { Parameter: { Name: call.input['Name'], Value: 'v' } };
      },
    },
  });
  const { organization } = await start({
    services: [ssm],
    faults: [{ action: 'ssm:GetParameter', kind: 'throttling', times: 1 }],
  });
  const client = new SSMClient({
    endpoint: organization.endpoint,
    region: 'us-east-1',
    credentials: organization.credentials(member),
    maxAttempts: 1,
  });
  expect(await failure(client.send(new GetParameterCommand({ Name: 'n' })))).toMatchObject({
    name: 'ThrottlingException',
  });
  expect((await client.send(new GetParameterCommand({ Name: 'n' }))).Parameter).toEqual({
    Name: 'n',
    Value: 'v',
  });
});

test('the page about the embedded organization names exactly the calls that answer', () => {
  const page = readFileSync(path.join(__dirname, '../../../docs/embedded-organization.md'), 'utf8');
  const table = page.slice(page.indexOf('## What answers'), page.indexOf('Every other call'));
  const named = [...table.matchAll(/`([a-z0-9]+:[A-Za-z0-9]+)`/g)].map(([, action]) => action);
  expect(named.sort()).toEqual(
    builtInServices('aws', [], 0)
      .flatMap(({ actions }) => actions)
      .sort(),
  );
});
