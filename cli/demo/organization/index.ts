import type { Fault } from '../../../local/organization/fault';
import type { OrganizationData } from '../../../local/organization/organization-data';
import { daysBetween, lastDay } from '../days';
import { coreAccounts } from './core-accounts';
import { managementAccountId, organizationId } from './identity';
import { outerAccounts } from './outer-accounts';
import { productionAccounts } from './production-accounts';
import { sandboxAccounts } from './sandbox-accounts';
import { unit, units } from './units';

const denied = '100000000012';
const silent = '100000000013';
const throttledDay = '2026-11-11';

/** The organization that the demo collects from. */
export const demoOrganization: OrganizationData = {
  id: organizationId,
  managementAccountId,
  rootId: unit.root,
  organizationalUnits: units,
  accounts: [...coreAccounts, ...productionAccounts, ...sandboxAccounts, ...outerAccounts],
};

/** What goes wrong on the way: service control policies from some day on, of the report and of a user's keys, and a day on which AWS is busy. */
export const demoFaults: readonly Fault[] = [
  ...daysBetween('2026-11-14', lastDay).map((day): Fault => ({
    account: denied,
    action: 'iam:GenerateCredentialReport',
    day,
    kind: 'access-denied',
  })),
  // More often than the SDK tries by itself, so that the collector waits; one account waits in vain.
  {
    account: '100000000005',
    action: 'iam:GenerateCredentialReport',
    day: throttledDay,
    kind: 'limit-exceeded',
  },
  // One call of six: the keys of one user, who is not listed by anybody else.
  ...daysBetween('2026-11-16', lastDay).map((day): Fault => ({
    account: '100000000008',
    action: 'iam:ListAccessKeys',
    day,
    kind: 'access-denied',
    times: 1,
  })),
  { action: 'iam:GenerateCredentialReport', day: throttledDay, kind: 'throttling', times: 9 },
  { action: 'organizations:DescribeAccount', day: throttledDay, kind: 'throttling', times: 2 },
];

/** True when the account's schedule does not run: somebody deleted it, so not even a failed run is recorded. */
export function isSilent(accountId: string, day: string): boolean {
  return accountId === silent && day >= '2026-11-21';
}
