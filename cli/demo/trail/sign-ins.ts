import type { PasswordEvent } from '../../../local/organization/user-data';
import { demoDays } from '../days';
import { demoOrganization } from '../organization';
import { managementAccountId } from '../organization/identity';
import { hiddenIdentity, knownUser, rootIdentity, userIdentity } from './identities';
import type { TrailEvent } from './trail-event';

const accountId = '100000000005';
const manager = knownUser(accountId, 'release-manager');

const signIn = (event: Pick<TrailEvent, 'accountId' | 'identity' | 'time'>, outcome: string): TrailEvent => ({
  ...event,
  region: 'us-east-1',
  service: 'signin',
  name: 'ConsoleLogin',
  address: '198.51.100.44',
  agent: 'Mozilla/5.0',
  fields: {
    eventType: 'AwsConsoleSignIn',
    readOnly: false,
    ...(outcome === 'Failure' ? { errorMessage: 'Failed authentication' } : {}),
    responseElements: { ConsoleLogin: outcome },
    additionalEventData: { MFAUsed: 'No', LoginTo: 'https://console.aws.amazon.com/console/home' },
  },
});

/** When a password was used in the demo's days, as its history has it. */
function usesOf(password: readonly PasswordEvent[] | undefined): readonly string[] {
  const within = (time: string) => demoDays.includes(time.slice(0, 10));
  const times = (password ?? [])
    .filter(({ at, event }) => event === 'used' && within(at))
    .map(({ at }) => at);
  return [...new Set(times)];
}

const root = demoOrganization.accounts.find(({ id }) => id === managementAccountId)?.root;

/** A user who only signs in, two who fail, and the root user's one sign-in. */
export const signIns: readonly TrailEvent[] = [
  ...usesOf(manager.user.password).map((time) =>
    signIn({ accountId, identity: userIdentity(manager), time }, 'Success'),
  ),
  signIn({ accountId, identity: userIdentity(manager), time: '2026-11-02T07:58:12Z' }, 'Failure'),
  signIn({ accountId, identity: hiddenIdentity(accountId), time: '2026-11-02T07:57:30Z' }, 'Failure'),
  ...usesOf(root?.password).map((time) =>
    signIn({ accountId: managementAccountId, identity: rootIdentity(managementAccountId), time }, 'Success'),
  ),
];
