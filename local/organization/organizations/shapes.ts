import type { AccountNow, Directory } from '../directory';
import type { OrganizationalUnitData } from '../organization-data';

/** `Status` was announced to retire in favour of `State`, which knows more; it has no value for the others. */
const statuses: Partial<Record<AccountNow['state'], string>> = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'SUSPENDED',
  PENDING_CLOSURE: 'PENDING_CLOSURE',
};

/** An account as Organizations describes it; times are seconds since 1970. */
export function accountShape(account: AccountNow, directory: Directory) {
  const { data, name, state, parentId } = account;
  const { describedBy = ['State', 'Status'] } = directory.organization;
  return {
    Id: data.id,
    Arn: directory.arn('account', data.id),
    Email: data.email,
    Name: name,
    ...(describedBy.includes('Status') && { Status: statuses[state] }),
    ...(describedBy.includes('State') && { State: state }),
    ...(directory.organization.paths !== false && { Paths: [`${directory.path(parentId)}${data.id}/`] }),
    JoinedMethod: data.joinedMethod ?? 'CREATED',
    JoinedTimestamp: Date.parse(data.joinedAt) / 1000,
  };
}

export function unitShape(unit: OrganizationalUnitData, directory: Directory) {
  return { Id: unit.id, Arn: directory.arn('ou', unit.id), Name: unit.name, Path: directory.path(unit.id) };
}

export function organizationShape(directory: Directory, email: string) {
  const { id, managementAccountId, featureSet = 'ALL' } = directory.organization;
  return {
    Id: id,
    Arn: directory.arn('organization', id),
    FeatureSet: featureSet,
    MasterAccountArn: directory.arn('account', managementAccountId),
    MasterAccountId: managementAccountId,
    MasterAccountEmail: email,
    AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
  };
}
