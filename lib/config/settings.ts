import type { Config } from './config';
import { checkConfig } from './check-config';
import { ConfigurationError } from './configuration-error';
import type { DigestOptions } from './message-options';
import { defaults, type Options } from './options';
import type { QuickSightOptions } from './quick-sight-options';
import { type Place, unknownPlace } from './place';
import { trailDefaults, type TrailOptions } from './trail-options';
import { placesOf, type Places } from './places';

type WithDefault =
  | 'deployFrom'
  | 'activateTrustedAccess'
  | 'excludedAccounts'
  | 'ownerTag'
  | 'collectAt'
  | 'spreadMinutes'
  | 'retentionDays'
  | 'tags';

/**
 * A configuration that was checked, with every default filled in. Options keep their names; those that name accounts and
 * regions become the places of the stacks, those about roles go together.
 */
export interface Settings extends Required<Pick<Options, WithDefault>> {
  readonly places: Places;
  /** Undefined: looked up while deploying. */
  readonly managementAccountId: Options['managementAccountId'];
  /** Undefined: looked up while deploying. */
  readonly organization: Options['organization'];
  /** Ids of units or of the root; empty stands for the root that is looked up. */
  readonly targets: readonly string[];
  readonly accountDetails: Required<NonNullable<Options['accountDetails']>>;
  readonly userFacts: Required<NonNullable<Options['userFacts']>>;
  readonly kmsKeyArn: Options['kmsKeyArn'];
  readonly roles: RoleSettings;
  readonly lakeFormation: Options['lakeFormation'];
  readonly quickSight: QuickSightSettings | undefined;
  readonly trail: TrailSettings | undefined;
  readonly notifications: Options['notifications'];
  readonly digest: DigestSettings | undefined;
  readonly alarms: Required<NonNullable<Options['alarms']>> | undefined;
  readonly credentialEvents: Options['credentialEvents'];
}

/** What an organization's policies demand of roles. */
export type RoleSettings = Required<Pick<Options, 'rolePathPrefix'>> & {
  /** Name of a managed policy in the role's account. */
  readonly permissionsBoundary: Options['permissionsBoundary'];
};

/** Who sees every account, and who sees which. */
export type QuickSightSettings = Required<QuickSightOptions>;

/** Where a trail's files lie, with every default. */
export type TrailSettings = TrailOptions & Required<Pick<TrailOptions, 'retentionDays'>>;

/** How often, and to whom beside the channels. */
export type DigestSettings = DigestOptions & Required<Pick<DigestOptions, 'every'>>;

/**
 * Checks a configuration and fills in the defaults.
 * @param profile account and region of the command line's profile, where the configuration names none. @default not known
 * @throws ConfigurationError that names every problem at once
 */
export function settingsOf(config: Config, profile: Place = unknownPlace): Settings {
  const problems = checkConfig(config, profile);
  if (problems.length > 0) throw new ConfigurationError('config.ts', problems);
  const options: Options = config;
  const filled = { ...defaults, ...given(options) };
  return {
    places: placesOf(options, profile),
    deployFrom: filled.deployFrom,
    managementAccountId: options.managementAccountId,
    organization: options.organization,
    activateTrustedAccess: filled.deployFrom === 'management' && filled.activateTrustedAccess,
    targets: options.targets ?? (options.organization === undefined ? [] : [options.organization.rootId]),
    excludedAccounts: filled.excludedAccounts,
    accountDetails: { ...defaults.accountDetails, ...given(options.accountDetails ?? {}) },
    ownerTag: filled.ownerTag,
    userFacts: { ...defaults.userFacts, ...given(options.userFacts ?? {}) },
    collectAt: filled.collectAt,
    spreadMinutes: filled.spreadMinutes,
    retentionDays: filled.retentionDays,
    kmsKeyArn: options.kmsKeyArn,
    roles: { rolePathPrefix: filled.rolePathPrefix, permissionsBoundary: options.permissionsBoundary },
    lakeFormation: options.lakeFormation,
    quickSight: options.quickSight && { restricted: {}, ...given(options.quickSight) },
    trail: options.trail && { ...trailDefaults, ...given(options.trail) },
    tags: filled.tags,
    notifications: options.notifications,
    digest: options.digest && { ...defaults.digest, ...given(options.digest) },
    alarms: options.alarms && { ...defaults.alarms, ...given(options.alarms) },
    credentialEvents: options.credentialEvents,
  };
}

/** The options that are set: one that is undefined is left out, and must not hide its default. */
function given<Group extends object>(options: Group): Group {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Group;
}
