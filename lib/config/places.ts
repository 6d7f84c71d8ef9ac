import type { Options } from './options';
import type { Place } from './place';

/** Where the stacks of an installation are deployed. */
export interface Places {
  readonly data: Place;
  /** Where the StackSet is made: the management account or a delegated administrator. */
  readonly organization: Place;
  /** Only when a delegated administrator deploys. */
  readonly management: Place | undefined;
}

/** The places that options name, else the profile's. */
export function placesOf(options: Options, profile: Place): Places {
  const region = options.region ?? profile.region;
  const management = { account: options.managementAccountId ?? profile.account, region };
  const delegated = options.deployFrom === 'delegated-administrator';
  const organization = delegated ? { account: options.delegatedAdministratorAccountId, region } : management;
  const { dataAccount } = options;
  return {
    organization,
    data: dataAccount === undefined ? organization : { account: dataAccount.id, region: dataAccount.region },
    management: delegated ? management : undefined,
  };
}
