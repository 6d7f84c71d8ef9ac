import { defaultDigestInterval } from '../../lambda/digest/contract';
import type { Config } from './config';
import { checkConfig } from './check-config';
import { ConfigurationError } from './configuration-error';
import type { AlarmOptions, DigestOptions, Notifications } from './messages';

/** The account and region of a stack; what is undefined is that of the command line's profile. */
export interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** A configuration that was checked, with every default filled in. */
export interface Settings {
  readonly organization: { readonly id: string; readonly rootId: string } | undefined;
  /** Ids of units or of the root; empty stands for the root that is looked up. */
  readonly targets: readonly string[];
  readonly excludedAccounts: readonly string[];
  readonly deployFrom: 'management' | 'delegated-administrator';
  /** Undefined: looked up while deploying. */
  readonly managementAccountId: string | undefined;
  readonly places: {
    readonly data: Place;
    /** Where the StackSet is made: the management account or a delegated administrator. */
    readonly organization: Place;
    /** Only when a delegated administrator deploys. */
    readonly management: Place | undefined;
  };
  readonly collectAt: string;
  readonly spreadMinutes: number;
  readonly retentionDays: number;
  readonly activateTrustedAccess: boolean;
  readonly kmsKeyArn: string | undefined;
  readonly roles: RoleSettings;
  readonly accountDetails: { readonly tags: boolean; readonly email: boolean };
  readonly lakeFormationAnalysts: readonly string[] | undefined;
  /** ARNs of who may see the dashboard in QuickSight; undefined without one. */
  readonly quickSightPrincipals: readonly string[] | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** Undefined when nobody hears of anything. */
  readonly notifications: Notifications | undefined;
  readonly digest: (DigestOptions & Required<Pick<DigestOptions, 'every'>>) | undefined;
  readonly alarms: Required<AlarmOptions> | undefined;
  /** `removed` keeps the stacks without anything in them, so that deploying deletes them. */
  readonly credentialEvents: 'on' | 'removed' | 'off';
}

/** What an organization's policies demand of roles. */
export interface RoleSettings {
  /** Begins and ends with a slash. */
  readonly pathPrefix: string;
  /** Name of a managed policy in the role's account. */
  readonly permissionsBoundary: string | undefined;
}

/** Neither is known, as with `cdk synth` without credentials. */
const unknownPlace: Place = { account: undefined, region: undefined };

/**
 * Checks a configuration and fills in the defaults.
 * @param profile account and region of the command line's profile, where the configuration names none. @default not known
 * @throws ConfigurationError that names every problem at once
 */
export function settingsOf(config: Config, profile: Place = unknownPlace): Settings {
  const problems = checkConfig(config);
  if (problems.length > 0) throw new ConfigurationError('config.ts', problems);
  return {
    organization: config.organization,
    targets: config.targets ?? (config.organization === undefined ? [] : [config.organization.rootId]),
    excludedAccounts: config.excludedAccounts ?? [],
    deployFrom: config.deployFrom ?? 'management',
    managementAccountId: config.managementAccountId,
    places: placesOf(config, profile),
    collectAt: config.collectAt ?? '03:00',
    spreadMinutes: config.spreadMinutes ?? 60,
    retentionDays: config.retentionDays ?? 400,
    activateTrustedAccess:
      config.deployFrom !== 'delegated-administrator' && (config.activateTrustedAccess ?? true),
    kmsKeyArn: config.kmsKeyArn,
    roles: { pathPrefix: config.rolePathPrefix ?? '/', permissionsBoundary: config.permissionsBoundary },
    accountDetails: {
      tags: config.accountDetails?.tags ?? false,
      email: config.accountDetails?.email ?? false,
    },
    lakeFormationAnalysts: config.lakeFormation?.analysts,
    quickSightPrincipals: config.quickSight?.principalArns,
    tags: config.tags ?? {},
    notifications: config.notifications,
    digest: config.digest && { every: defaultDigestInterval, ...config.digest },
    alarms: config.alarms && { toleratedAccounts: 0, ...config.alarms },
    credentialEvents: eventsState(config.credentialEvents),
  };
}

function eventsState(option: Config['credentialEvents']): Settings['credentialEvents'] {
  if (option === 'remove') return 'removed';
  return option === undefined ? 'off' : 'on';
}

function placesOf(config: Config, profile: Place): Settings['places'] {
  const region = config.region ?? profile.region;
  const management = { account: config.managementAccountId ?? profile.account, region };
  const organization =
    config.deployFrom === 'delegated-administrator'
      ? { account: config.delegatedAdministratorAccountId, region }
      : management;
  const { dataAccount } = config;
  return {
    organization,
    data: dataAccount === undefined ? organization : { account: dataAccount.id, region: dataAccount.region },
    management: config.deployFrom === 'delegated-administrator' ? management : undefined,
  };
}
