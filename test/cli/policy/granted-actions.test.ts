import { diffText } from '../../../cli/policy/diff-text';
import { grantedActions } from '../../../cli/policy/granted-actions';
import type { Grants, GrantedStatement } from '../../../cli/policy/read-grants';

const allow = (...actions: string[]): GrantedStatement => ({
  effect: 'Allow',
  actions,
  notActions: [],
  resources: ['*'],
  hasCondition: false,
});
const deny = (more: Partial<GrantedStatement>): GrantedStatement => ({ ...allow(), effect: 'Deny', ...more });
const grants = (statements: readonly GrantedStatement[], more: Partial<Grants> = {}): Grants => ({
  day: '2026-11-22',
  statements,
  awsPolicies: [],
  unreadPolicies: [],
  ...more,
});
const textOf = async (given: Grants) =>
  Object.fromEntries(
    [...(await grantedActions(given))].map(([service, names]) => [service, names.join(' ')]),
  );

const rows: readonly {
  name: string;
  statements: readonly GrantedStatement[];
  granted: Record<string, string>;
}[] = [
  { name: 'names, in whatever case', statements: [allow('S3:getobject')], granted: { s3: 'GetObject' } },
  {
    name: 'a wildcard within a name',
    statements: [allow('kms:ReEncrypt*')],
    granted: { kms: 'ReEncryptFrom ReEncryptTo' },
  },
  { name: 'one character', statements: [allow('sts:Assume????')], granted: { sts: 'AssumeRole AssumeRoot' } },
  { name: 'what there is not', statements: [allow('s3:ListBuckets', 's3:.*', 'nothing:*')], granted: {} },
  {
    name: 'a denial of some',
    statements: [allow('kms:ReEncrypt*'), deny({ actions: ['kms:*From'] })],
    granted: { kms: 'ReEncryptTo' },
  },
  {
    name: 'denials under a condition, or on some resources, which leave it open',
    statements: [
      allow('kms:ReEncryptTo'),
      deny({ actions: ['*'], hasCondition: true }),
      deny({ actions: ['*'], resources: ['arn:aws:kms:eu-central-1:100000000007:key/x'] }),
    ],
    granted: { kms: 'ReEncryptTo' },
  },
  {
    name: 'all but some, of which another statement denies all but some',
    statements: [
      { ...allow(), notActions: ['iam:*'] },
      deny({ actions: [], notActions: ['iam:*', 'kms:ReEncrypt*'] }),
    ],
    granted: { kms: 'ReEncryptFrom ReEncryptTo' },
  },
];
test.each(rows)('$name', async ({ statements, granted }) => {
  expect(await textOf(grants(statements))).toEqual(granted);
});

test('what is granted and was never used stands by service, and what is not known beside it', async () => {
  const given = grants([allow('kms:ReEncrypt*', 'sts:AssumeRo*', 's3:GetObject')], {
    awsPolicies: ['ReadOnlyAccess'],
    unreadPolicies: ['team/odd'],
  });
  expect(await diffText(given, ['kms:ReEncryptTo', 's3:GetObject', 's3:PutObject'])).toBe(
    `granted and never used, by the facts of 2026-11-22:
  kms: 1 of 2 actions: ReEncryptFrom
  s3: 0 of 1 action
  sts: every one of 4 actions: AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot
  not known: the statements of the policy team/odd were not read
  not known: what AWS's policy ReadOnlyAccess grants is in no fact
`,
  );
});

test("of an administrator's services those that were not used are counted", async () => {
  const text = await diffText(grants([], { awsPolicies: ['AdministratorAccess'] }), ['s3:PutObject']);
  expect(text).toMatch(/^ {2}s3: \d+ of \d+ actions: AbortMultipartUpload, /m);
  expect(text).toMatch(
    /^ {2}\d+ services of which nothing was used, \d\d,\d{3} actions: a2c, a4b, .* more$/m,
  );
});
