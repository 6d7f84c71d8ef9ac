import { isRootCentrallyManaged } from '../../../lambda/accounts/central-root-access';
import type { Fault, OrganizationData } from '../../../local/organization';
import { delegated, management, smallOrganization, start } from '../../local/organization/small-organization';

const action = 'iam:ListOrganizationsFeatures';
const changed = (change: Partial<OrganizationData>): OrganizationData => ({
  ...smallOrganization,
  ...change,
});
const error = (code: string): Fault => ({
  action,
  kind: 'error',
  error: { code, status: 400, message: 'no' },
});

const cases: [string, boolean | null, string, OrganizationData, readonly Fault[]][] = [
  [
    'credentials of root users managed',
    true,
    management,
    changed({ organizationsFeatures: ['RootCredentialsManagement', 'RootSessions'] }),
    [],
  ],
  ['sessions alone', false, management, changed({ organizationsFeatures: ['RootSessions'] }), []],
  ['nothing enabled yet', false, management, changed({ trustedServices: ['iam.amazonaws.com'] }), []],
  ['no trusted access for IAM', false, management, smallOrganization, []],
  [
    'not all features',
    false,
    management,
    smallOrganization,
    [error('OrganizationNotInAllFeaturesModeException')],
  ],
  ['another delegated administrator', null, delegated, smallOrganization, []],
  ['a denied call', null, management, smallOrganization, [{ action, kind: 'access-denied' }]],
];

test.each(cases)('%s: %s', async (_, expected, account, organization, faults) => {
  const { clients } = await start({ organization, faults });
  const warnings: string[] = [];
  expect(await isRootCentrallyManaged(clients(account).iam, (text) => warnings.push(text))).toBe(expected);
  expect(warnings).toEqual(
    expected === null
      ? [
          expect.stringMatching(
            /^whether root users are managed centrally is not known: (AccessDenied|AccountNotManagement\w+): /,
          ),
        ]
      : [],
  );
});
