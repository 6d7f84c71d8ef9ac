import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { made, request, roleOf } from './attack';
import { attacks } from './attacks';
import { inOneAccount, inSeveralAccounts, install } from './installation';
import { toldApart } from './once-decided';
import { organization } from './organization';
import { permissionsPage } from './permissions-page';
import {
  concerns,
  isAllowed,
  listOf,
  loosenings,
  narrowings,
  policiesOf,
  sayingSomething,
  type Replace,
  type Request,
} from './prove';
import { runEverything, type Outcome } from './run-everything';
import { serviceCalls, serviceRequests } from './service-use';
import { trailInstallation } from './trail-installation';
import { everyResource } from './wildcards';

/**
 * The policies of the synthesized templates, evaluated: what the product does is allowed, nothing of it is more than it
 * needs, and no attack passes. The simulator is no AWS; what services do in a role's name is a reviewed table.
 */
const installations = {
  'in one account': install(inOneAccount),
  'in several accounts': install(inSeveralAccounts),
};
/** What stands below it in docs/permissions.md comes from the templates. */
const marker = '<!-- from the templates -->';
const outcomes: Record<string, Outcome> = {};
/** Allowed requests: those that the functions made, and those of the table. */
const evidence: Record<string, readonly Request[]> = {};

beforeAll(async () => {
  for (const [name, installation] of Object.entries(installations)) {
    const outcome = await runEverything(installation);
    outcomes[name] = outcome;
    tell(
      `${name}: ${outcome.requests.length} requests of the functions decided, ${attacks.length} attacks follow`,
    );
    const allowed = toldApart(outcome.requests.filter((request) => request.allowed));
    evidence[name] = [...allowed, ...serviceRequests(installation)];
  }
}, 900_000);
// A loaded machine takes minutes for the thousands of decisions.
jest.setTimeout(600_000);
afterAll(() => Object.values(outcomes).forEach(({ folder }) => rmSync(folder, { recursive: true })));

describe.each(Object.entries(installations))('%s', (name, installation) => {
  const { estate } = installation;

  test('every function of the templates works in every account', () => {
    const { results, responses, requests } = outcomes[name] as Outcome;
    expect(Object.entries(results).filter(([, error]) => error !== null)).toEqual([]);
    expect(responses.filter(({ Status }) => Status !== 'SUCCESS')).toEqual([]);
    expect(requests.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test('every account of the organization reported under its name, and is listed', () => {
    const { folder } = outcomes[name] as Outcome;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const reports = files.filter((file) => file.startsWith('credential-reports/') && file.endsWith('.csv'));
    expect(reports.sort()).toEqual([
      'credential-reports/2026/11/22/100000000001-AnyCompany.csv',
      'credential-reports/2026/11/22/100000000002-Security.csv',
      'credential-reports/2026/11/22/100000000003-Log=20archive.csv',
      'credential-reports/2026/11/22/100000000007-Sandbox.csv',
      'credential-reports/2026/11/22/100000000008-=3D=22R=26D=22=20=2F=20100=25.csv',
    ]);
    for (const { id } of organization.accounts) {
      expect(files).toContain(`user-facts/2026/11/22/${id}.jsonl`);
      expect(files).toContain(`collection-runs/2026/11/22/${id}.json`);
    }
    expect(files).toContain('accounts/2026/11/22/accounts.jsonl');
    expect(files).toContain('exceptions/exceptions.csv');
    expect(files).toContain('controls/controls.csv');
    for (const source of ['credential-reports', 'collection-runs', 'accounts', 'user-facts'])
      expect(files).toContain(`history/${source}/2026/11/22/${source}.parquet`);
  });

  test('every call to S3 names whose bucket it must be, whichever function makes it', () => {
    const { requests } = outcomes[name] as Outcome;
    const owners: Record<string, Set<unknown>> = {};
    for (const { action, principal, headers } of requests) {
      if (!action.startsWith('s3:')) continue;
      const kind = estate.roles.find(({ arn }) => arn === principal.roleArn)?.kind ?? principal.arn;
      (owners[kind] ??= new Set()).add(headers['x-amz-expected-bucket-owner']);
    }
    const notifying = estate.functions.some(({ environment }) => 'MAIL_TOPIC_ARN' in environment);
    const expected = [
      'accounts',
      'collector',
      'history',
      'store-lists',
      ...(notifying ? ['coverage-check', 'digest', 'event-notifier'] : []),
    ];
    expect(owners).toEqual(
      Object.fromEntries(expected.map((kind) => [kind, new Set([installation.dataAccountId])])),
    );
  });

  test('every message arrived by mail and in Slack', () => {
    const { mails, slackMessages } = outcomes[name] as Outcome;
    const notifying = estate.functions.some(({ environment }) => 'MAIL_TOPIC_ARN' in environment);
    const subjects = mails.map(
      ({ topicArn, subject }) => `${topicArn.endsWith(':sandbox-team') ? 'owner' : 'everybody'}: ${subject}`,
    );
    expect(subjects.sort()).toEqual(
      notifying
        ? [
            'everybody: Credential event: access key created',
            'everybody: Credential report 2026-W47: 0 silent accounts, 0 new findings, 4 console users',
            'owner: Credential report 2026-W47: no account has your tag',
          ]
        : [],
    );
    // The digest, the credential event, and an alarm, whose mail CloudWatch publishes by itself.
    expect(slackMessages).toBe(notifying ? 3 : 0);
  });

  test("CloudFormation's own role may still change how long objects are kept", async () => {
    const { dataAccountId, bucketName } = installation;
    const { region } = roleOf(installation, 'apply-ddl', dataAccountId);
    const deploying = made(dataAccountId, `/cdk-hnb659fds-cfn-exec-role-${dataAccountId}-${region}`);
    for (const action of ['s3:PutLifecycleConfiguration', 's3:PutBucketVersioning']) {
      const asked = request(deploying, action, `arn:aws:s3:::${bucketName}`, dataAccountId);
      expect({ action, allowed: await isAllowed(asked, estate) }).toEqual({ action, allowed: true });
    }
  });

  test('what services do in the name of a role, or as themselves, is allowed', async () => {
    for (const request of serviceRequests(installation)) {
      const { action, resource, principal } = request;
      const allowed = await isAllowed(request, estate);
      expect({ action, resource, by: principal.arn, allowed }).toMatchObject({ allowed: true });
    }
  });

  test.each(attacks)('refused: $name', async ({ requests }) => {
    for (const request of requests(installation)) {
      const { action, resource, principal } = request;
      const allowed = await isAllowed(request, estate);
      expect({ action, resource, by: principal.arn, allowed }).toMatchObject({ allowed: false });
    }
  });

  test('no action has a wildcard, and every resource "*" is in the reviewed list', () => {
    const wide = policiesOf(estate).flatMap(({ name: policy, document }) =>
      document.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((statement) => [
        ...listOf(statement.Action).filter((action) => action.includes('*')),
        ...(listOf(statement.Resource).includes('*')
          ? listOf(statement.Action).map((action) => `${policy}: ${action}`)
          : []),
      ]),
    );
    expect(wide.filter((one) => !(one in everyResource))).toEqual([]);
  });
});

/** Tells the run what was proved. */
function tell(what: string): void {
  process.stdout.write(`permissions: ${what}\n`);
}

/** The first label of each kind of change that makes no difference in any installation. */
async function withoutEffect(
  what: string,
  changes: (installation: keyof typeof installations) => { label: string; effect: () => Promise<boolean> }[],
): Promise<string[]> {
  const proven = new Map<string, boolean>();
  for (const name of Object.keys(installations) as (keyof typeof installations)[]) {
    for (const { label, effect } of changes(name)) {
      if (proven.get(label) !== true) proven.set(label, await effect());
    }
  }
  tell(`${proven.size} ${what}, each tried without`);
  return [...proven].filter(([, effective]) => !effective).map(([label]) => label);
}

test('every reviewed row of what services do as themselves is one of an installation', () => {
  const requests = Object.values(installations).flatMap(serviceRequests);
  const unused = serviceCalls.filter(
    ({ service, action }) => !requests.some((one) => one.principal.arn === service && one.action === action),
  );
  expect(unused).toEqual([]);
});

test('each action and each resource of each Allow is needed', async () => {
  const needless = await withoutEffect('actions and resources of Allows', (name) => {
    const { estate } = installations[name];
    return policiesOf(estate).flatMap((policy) => {
      const concerned = (evidence[name] ?? []).filter((request) => concerns(policy, request, estate));
      return narrowings(policy).map(({ label, action, document }) => ({
        label,
        effect: async () => {
          const replace: Replace = (one) => (one === policy ? sayingSomething(document) : one.document);
          for (const request of concerned) {
            if (request.action !== action) continue;
            const replaced = withReplaced(request, policy.document, document);
            if (!(await isAllowed(replaced, estate, replace))) return true;
          }
          return false;
        },
      }));
    });
  });
  expect(needless).toEqual([]);
});

test('each Deny, each condition of an Allow and each service that it names keeps an attack out', async () => {
  const needless = await withoutEffect('Denies, conditions and services', (name) => {
    const installation = installations[name];
    const { estate } = installation;
    const requests = attacks.flatMap((attack) => attack.requests(installation));
    return policiesOf(estate).flatMap((policy) => {
      const concerned = requests.filter((request) => concerns(policy, request, estate));
      return loosenings(policy).map(({ label, document }) => ({
        label,
        effect: async () => {
          const replace: Replace = (one) => (one === policy ? sayingSomething(document) : one.document);
          for (const request of concerned) if (await isAllowed(request, estate, replace, false)) return true;
          return false;
        },
      }));
    });
  });
  expect(needless).toEqual([]);
});

test('docs/permissions.md says what the templates allow; UPDATE_DOCS=1 writes it', () => {
  const file = join(__dirname, '../../docs/permissions.md');
  const [introduction = ''] = readFileSync(file, 'utf8').split(marker);
  const { 'in several accounts': several, 'in one account': one } = installations;
  const page = permissionsPage(
    [several, one],
    Object.values(outcomes).flatMap(({ requests }) => requests),
  );
  // Its account and bucket are not those of the reports.
  const ofTrail = permissionsPage([trailInstallation], [])
    .replaceAll('<bucket>', '<bucket of the trail>')
    .replaceAll('<data account>', '<trail account>');
  const text = `${introduction}${marker}\n\n${page.trimEnd()}\n\n## The stack of a trail\n\n${ofTrail.trimEnd()}\n`;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

/** A managed policy stands among the caller's own. */
function withReplaced(
  request: Request,
  from: object,
  to: Request['ownPolicies'] extends readonly (infer D)[] | undefined ? D : never,
): Request {
  const { ownPolicies = [] } = request;
  return { ...request, ownPolicies: ownPolicies.map((one) => (one === from ? sayingSomething(to) : one)) };
}
