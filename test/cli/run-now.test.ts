import {
  startOrganization,
  type AuthorizationRequest,
  type EmbeddedOrganization,
} from '../../local/organization';
import { cloudFormationService } from '../../local/organization/cloudformation/service';
import { lambdaService } from '../../local/organization/lambda/service';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';

const region = 'us-east-1';
const management = '100000000001';
const [web, shop, closed] = ['100000000007', '100000000008', '100000000009'] as const;
const stackName = (id: string) =>
  id === management ? 'CredentialReportOrganization' : `StackSet-CredentialReportCollector-${id}`;
const arnOf = (id: string) => `arn:aws:cloudformation:${region}:${id}:stack/${stackName(id)}/1a2b`;
const functionOf = (id: string) => `CollectorOf${id}`;

let server: EmbeddedOrganization | undefined;
let invoked: string[];
beforeAll(() => {
  Object.assign(process.env, ownMachineHidden);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(isAllowed: (request: AuthorizationRequest) => boolean = () => true): Promise<void> {
  invoked = [];
  const accounts = [management, web, shop];
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: management,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: accounts.map((id) => ({
        id,
        name: 'A',
        email: `${id}@example.com`,
        joinedAt: '2021-05-01T10:00:00Z',
        parentId: 'r-root',
      })),
    },
    buckets: [],
    now: () => new Date(),
    authorize: (request) => ({ allowed: isAllowed(request) }),
    services: [
      cloudFormationService({
        trustedAccess: true,
        stackSets: {
          CredentialReportCollector: [
            ...[web, shop].map((id) => ({ accountId: id, status: 'CURRENT' as const, stackId: arnOf(id) })),
            // Its stack was never made.
            { accountId: closed, status: 'OUTDATED' },
          ],
        },
        stacks: accounts.map((id) => ({
          ...{ accountId: id, region, name: stackName(id), status: 'CREATE_COMPLETE' },
          resources: [
            {
              LogicalResourceId: 'DirectoryAccountsFunction1A2B',
              PhysicalResourceId: 'AccountsOf',
              ResourceType: 'AWS::Lambda::Function',
            },
            {
              LogicalResourceId: 'CollectorFunctionEventInvokeConfig1A2B',
              PhysicalResourceId: 'x',
              ResourceType: 'AWS::Lambda::EventInvokeConfig',
            },
            {
              LogicalResourceId: 'CollectorFunction1A2B',
              PhysicalResourceId: functionOf(id),
              ResourceType: 'AWS::Lambda::Function',
            },
          ],
        })),
      }),
      lambdaService({
        functions: accounts.map((id) => ({ accountId: id, name: functionOf(id) })),
        invoked: ({ name }, event) => invoked.push(`${name} ${JSON.stringify(event)}`),
      }),
    ],
  });
  Object.assign(process.env, server.environment(management));
}

const run = (...words: string[]) => runCommand(['run-now', '--format', 'csv', ...words]);

test('every collector is started, the own one without a role', async () => {
  await start();
  const { code, out, err } = await run();
  expect(out).toBe(
    `account,collector,detail\n${[management, web, shop].map((id) => `${id},started,${functionOf(id)}\n`).join('')}` +
      `${closed},failed,Error: its stack was never made: see credential-report status\n`,
  );
  expect(err).toContain('3 collectors started, 1 failed\n');
  expect(code).toBe(2);
  expect([...invoked].sort()).toEqual([management, web, shop].map((id) => `${functionOf(id)} {}`));
  const assumed = server?.requests.filter(({ action }) => action === 'sts:AssumeRole');
  expect(assumed?.map(({ resource }) => resource).sort()).toEqual(
    [web, shop].map((id) => `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`),
  );
});

test('accounts are chosen, and one without a collector is said to have none', async () => {
  await start();
  expect((await run('--accounts', `${web},${management}`, '--exclude', web)).code).toBe(0);
  expect(invoked).toEqual([`${functionOf(management)} {}`]);
  const { code, err } = await run('--accounts', '100000000002');
  expect(code).toBe(1);
  expect(err).toBe(`error: no collector is deployed in 100000000002: see credential-report status\n`);
});

test('one that is not started stops no other, and --dry-run starts none', async () => {
  await start(({ action, principal }) => action !== 'lambda:InvokeFunction' || principal.accountId !== web);
  const { code, out, err } = await run('--exclude', closed);
  expect(out).toContain(`${web},failed,AccessDeniedException: User: `);
  expect(err).toContain('2 collectors started, 1 failed\n');
  expect(code).toBe(2);
  invoked = [];
  const dry = await run('--dry-run', '--exclude', closed);
  expect(dry.out).toContain(`${web},found,${functionOf(web)}\n`);
  expect({ code: dry.code, invoked }).toEqual({ code: 0, invoked: [] });
});
