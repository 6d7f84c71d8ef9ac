import { rmSync } from 'node:fs';
import { accountsKey, reportKey } from '../../lambda/report/object-key';
import {
  startOrganization,
  type AuthorizationRequest,
  type EmbeddedOrganization,
  type Fault,
} from '../../local/organization';
import type { HubFinding } from '../../local/organization/security-hub/hub-finding';
import { securityHubService } from '../../local/organization/security-hub/service';
import { report } from '../local/athena/stored-objects';
import { ownMachineHidden } from './own-machine-hidden';
import { runCommand } from './run-command';
import { writeBucket } from './write-bucket';

const web = '100000000007';
const shop = '100000000008';
const audit = '100000000002';
const day = new Date('2026-11-22');
const bot = {
  user: 'bot',
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-01-01T00:00:00Z',
  access_key_1_last_used_date: '2026-11-21T00:00:00Z',
  access_key_2_active: 'true',
  access_key_2_last_rotated: '2026-11-01T00:00:00Z',
  access_key_2_last_used_date: '2026-11-21T00:00:00Z',
};
const root = { user: '<root_account>', password_enabled: 'true', mfa_active: 'false' };
const listed = [web, shop, audit].map((account_id) =>
  JSON.stringify({ account_id, account_name: 'Name', expected: true, joined_at: '2024-02-01T00:00:00Z' }),
);

const folders = new Map<string, string>();
/** Two accounts, each with a user of two active keys; the day is told of the accounts in `reported`. */
function folder(reported: readonly string[], users = [bot]): string {
  const same = JSON.stringify([reported, users]);
  // What a folder keeps of an earlier question makes the next one quick.
  const made =
    folders.get(same) ??
    writeBucket({
      ...Object.fromEntries(reported.map((id) => [reportKey(day, id, 'Name'), report(id, root, ...users)])),
      [accountsKey(day)]: `${listed.join('\n')}\n`,
    });
  folders.set(same, made);
  return made;
}

let server: EmbeddedOrganization | undefined;
let findings: Map<string, Map<string, HubFinding>>;
beforeAll(() => {
  Object.assign(process.env, ownMachineHidden);
});
beforeEach(() => {
  findings = new Map();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true })));

interface Started {
  readonly enabledIn?: readonly string[];
  readonly faults?: readonly Fault[];
  readonly refused?: readonly string[];
  readonly isAllowed?: (request: AuthorizationRequest) => boolean;
}

async function start({
  enabledIn = [web, shop, audit],
  faults = [],
  refused = [],
  isAllowed = () => true,
}: Started = {}) {
  await server?.close();
  server = await startOrganization({
    organization: {
      id: 'o-exampleorg1',
      managementAccountId: audit,
      rootId: 'r-root',
      organizationalUnits: [],
      accounts: [web, shop, audit].map((id) => ({
        id,
        name: 'Name',
        email: `${id}@example.com`,
        joinedAt: '2021-05-01T10:00:00Z',
        parentId: 'r-root',
      })),
    },
    buckets: [],
    faults,
    now: () => new Date(),
    authorize: (request) => ({ allowed: isAllowed(request) }),
    services: [securityHubService({ enabledIn, findings, refused })],
  });
  Object.assign(process.env, server.environment(audit));
}

const run = (data: string, ...words: string[]) =>
  runCommand(['security-hub', '--data', data, '--format', 'json', ...words], {
    now: () => new Date('2026-11-23T01:00:00Z'),
  });
const actions = (out: string) =>
  (JSON.parse(out) as Record<string, string>[]).map(({ action, result, account_id, control }) =>
    [action, result, account_id, control].join(' '),
  );
const stateOf = (account: string) =>
  [...(findings.get(account)?.values() ?? [])].map(
    ({ Id, RecordState }) =>
      `${String(Id).replace('credential-report-collector/', '')} ${String(RecordState)}`,
  );

test("what Security Hub finds itself is left to it; all go to the caller's account, throttled or not", async () => {
  await start({ faults: [{ action: 'securityhub:BatchImportFindings', kind: 'throttling', times: 1 }] });
  const { code, out, err } = await run(folder([web, shop]));
  expect(actions(out)).toEqual([`import done ${web} two-active-keys`, `import done ${shop} two-active-keys`]);
  // Of each account: MFA of the root user (IAM.9), a key that is not rotated (IAM.3), a user without MFA (IAM.19).
  expect(err).toContain("2 findings imported, 0 archived, 6 left to Security Hub's own controls\n");
  expect(code).toBe(0);
  expect([...findings.keys()]).toEqual([audit]);
  const [first] = findings.get(audit)?.values() ?? [];
  expect(first).toMatchObject({
    AwsAccountId: audit,
    ProductArn: `arn:aws:securityhub:us-east-1:${audit}:product/${audit}/default`,
    Resources: [{ Id: `arn:aws:iam::${web}:user/bot` }],
  });
  const all = await run(folder([web]), '--all', '--severity', 'critical');
  expect(actions(all.out)).toEqual([`import done ${web} root-mfa`, `archive done ${web} two-active-keys`]);
});

test('a finding that is over is archived; one of a silent account stays', async () => {
  await start();
  await run(folder([web, shop]));
  const one = { ...bot, access_key_2_active: 'false' };
  const { out, err } = await run(folder([web], [one]));
  expect(actions(out)).toEqual([`archive done ${web} two-active-keys`]);
  expect(err).toContain('0 findings imported, 1 archived');
  expect(stateOf(audit)).toEqual([
    `${web}/two-active-keys/bot/user ARCHIVED`,
    `${shop}/two-active-keys/bot/user ACTIVE`,
  ]);
  // And comes back with the finding; since when it is there is not forgotten.
  await run(folder([web]));
  const [[id = '', finding] = []] = findings.get(audit)?.entries() ?? [];
  expect(finding).toMatchObject({ RecordState: 'ACTIVE', CreatedAt: '2026-11-22T00:00:00Z' });
  findings.get(audit)?.set(id, { ...finding, CreatedAt: '2026-05-01T00:00:00Z' });
  await run(folder([web]));
  expect(findings.get(audit)?.get(id)).toMatchObject({
    RecordState: 'ACTIVE',
    CreatedAt: '2026-05-01T00:00:00Z',
    UpdatedAt: '2026-11-23T01:00:00.000Z',
  });
});

test('--dry-run asks, and imports nothing', async () => {
  await start({ isAllowed: ({ action }) => action !== 'securityhub:BatchImportFindings' });
  const { code, out, err } = await run(folder([web]), '--dry-run');
  expect(actions(out)).toEqual([`import planned ${web} two-active-keys`]);
  expect(err).toContain('1 finding to import, 0 to archive');
  expect(code).toBe(0);
  expect(stateOf(audit)).toEqual([]);
});

test('findings go in hundreds, and those that are there are read in pages', async () => {
  await start();
  const users = Array.from({ length: 120 }, (_, index) => ({ ...bot, user: `bot-${index}` }));
  await run(folder([web], users));
  expect(stateOf(audit)).toHaveLength(120);
  const calls = () => server?.requests.filter(({ action }) => action.startsWith('securityhub:')).length;
  expect(calls()).toBe(1 + 2);
  const { err } = await run(folder([web], []));
  expect(err).toContain('0 findings imported, 120 archived');
  expect(calls()).toBe(3 + 2 + 2);
});

test('each finding that is refused is said, the others are imported', async () => {
  const id = `credential-report-collector/${web}/two-active-keys/refused/user`;
  await start({ refused: [id] });
  const { code, out, err } = await run(folder([web], [bot, { ...bot, user: 'refused' }]));
  expect(actions(out)).toEqual([
    `import done ${web} two-active-keys`,
    `import refused ${web} two-active-keys`,
  ]);
  expect(err).toContain(`1 finding imported, 0 archived`);
  expect(err).toContain(`failed: ${id}: InvalidInput: Finding is refused\n`);
  expect(code).toBe(2);
  expect(stateOf(audit)).toEqual([`${web}/two-active-keys/bot/user ACTIVE`]);
});

test('with a role each account imports its own, and one that fails stops no other', async () => {
  await start({ enabledIn: [web, audit] });
  const { code, out, err } = await run(folder([web, shop, audit]), '--role-name', 'SecurityHubImport');
  expect(actions(out)).toEqual([
    `import done ${audit} two-active-keys`,
    `import done ${web} two-active-keys`,
  ]);
  expect(err).toContain(
    `failed: giving findings to Security Hub of ${shop} in us-east-1 failed: InvalidAccessException: Account ${shop} is not subscribed to AWS Security Hub\n`,
  );
  expect(code).toBe(2);
  expect(stateOf(web)).toEqual([`${web}/two-active-keys/bot/user ACTIVE`]);
});

test('what Security Hub does not allow is one sentence', async () => {
  await start({ isAllowed: ({ action }) => !action.startsWith('securityhub:') });
  const { code, out, err } = await run(folder([web]));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /error: giving findings to Security Hub of 100000000002 in us-east-1 failed: AccessDeniedException: .*securityhub:GetFindings/,
  );
});
