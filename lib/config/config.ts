import type { MessageOptions } from './message-options';
import type { DataAccount, Options } from './options';

/** Everything in the management account. */
interface OneAccount {
  readonly deployFrom?: 'management';
  readonly managementAccountId?: never;
  readonly delegatedAdministratorAccountId?: never;
  readonly dataAccount?: never;
}

/** Deployed from the management account, the data lies in another. */
interface DataElsewhere {
  readonly deployFrom?: 'management';
  readonly region: string;
  readonly managementAccountId: string;
  readonly delegatedAdministratorAccountId?: never;
  readonly dataAccount: DataAccount;
}

/** Deployed from a delegated administrator of StackSets. Only the management account can activate trusted access. */
interface FromDelegatedAdministrator {
  readonly deployFrom: 'delegated-administrator';
  readonly region: string;
  readonly activateTrustedAccess?: never;
  readonly managementAccountId: string;
  readonly delegatedAdministratorAccountId: string;
}

/** Nothing is sent, no alarm is made. */
interface NobodyHears {
  readonly notifications?: never;
  readonly digest?: never;
  readonly alarms?: never;
  readonly credentialEvents?: 'remove';
}

/** Somebody hears of what is collected. */
interface SomebodyHears {
  readonly notifications: NonNullable<MessageOptions['notifications']>;
}

/**
 * What an operator may set in `config.ts`: the options, in the combinations that can work. An empty object installs
 * everything in the management account.
 */
export type Config = Options &
  (OneAccount | DataElsewhere | FromDelegatedAdministrator) &
  (NobodyHears | SomebodyHears);
