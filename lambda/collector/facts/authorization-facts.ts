import type { AttachedPolicy, PolicyDetail } from '@aws-sdk/client-iam';
import type { FactSheet } from './fact-sheet';
import { policyStatements } from './policy-statements';

/** Whose policies they are; nobody's, where many may share a policy. */
interface Holder {
  readonly attached_to?: 'user' | 'group';
  readonly name?: string | undefined;
  readonly user_name?: string | undefined;
}

const call = 'GetAccountAuthorizationDetails';

/** Users, the policies attached to them and to groups, and what those policies say that AWS does not manage. */
export async function authorizationFacts(
  { ask, write, notRead }: FactSheet,
  withTags: boolean,
): Promise<void> {
  const customerManaged = new Set<string | undefined>();
  const writeStatements = (policy: object, document: string | undefined) => {
    try {
      for (const statement of policyStatements(document)) write('statement', { ...policy, ...statement });
    } catch (error) {
      notRead(call, error, policy);
    }
  };
  const writePolicies = (holder: Holder, attached: AttachedPolicy[] = [], inline: PolicyDetail[] = []) => {
    for (const { PolicyArn: policy_arn, PolicyName: policy_name } of attached) {
      if (!policy_arn?.includes('::aws:')) customerManaged.add(policy_arn);
      write('attached_policy', { ...holder, policy_arn, policy_name });
    }
    for (const { PolicyName: policy_name, PolicyDocument } of inline)
      writeStatements({ ...holder, policy_name }, PolicyDocument);
  };

  await ask(call, { Filter: ['User', 'Group'] }, ({ UserDetailList = [], GroupDetailList = [] }) => {
    for (const user of UserDetailList) {
      const { UserName: user_name, UserId: user_id, Arn: arn, Path: path, CreateDate: created_at } = user;
      const groups = user.GroupList ?? [];
      const pairs = (user.Tags ?? []).map(({ Key, Value }) => [Key, Value] as [string, string]);
      const tags = withTags ? Object.fromEntries(pairs) : null;
      const boundary_arn = user.PermissionsBoundary?.PermissionsBoundaryArn;
      write('user', { user_name, user_id, arn, path, created_at, groups, tags, boundary_arn });
      const holder = { attached_to: 'user', name: user_name, user_name } as const;
      writePolicies(holder, user.AttachedManagedPolicies, user.UserPolicyList);
    }
    for (const { GroupName: name, AttachedManagedPolicies, GroupPolicyList } of GroupDetailList)
      writePolicies({ attached_to: 'group', name }, AttachedManagedPolicies, GroupPolicyList);
  });
  if (customerManaged.size === 0) return;
  await ask(call, { Filter: ['LocalManagedPolicy'] }, ({ Policies = [] }) => {
    for (const { Arn: policy_arn, PolicyName: policy_name, PolicyVersionList } of Policies) {
      if (!customerManaged.has(policy_arn)) continue;
      const version = PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion);
      writeStatements({ policy_arn, policy_name }, version?.Document);
    }
  });
}
