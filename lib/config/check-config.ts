import { lastRunEndsMinutes, parseTimeOfDay, timeOfDay } from './timing';
import { checkMessages } from './message-rules';
import { checkPlaces } from './check-places';
import { isObject, type OptionRule } from './option-rule';
import { optionRules } from './option-rules';
import { defaults, type Options } from './options';
import { partitionOf } from './partition';
import { type Place, unknownPlace } from './place';
import { checkQuickSight } from './quick-sight-rule';
import { shown } from './shown';

/**
 * Every problem of a configuration, as sentences for the one who wrote it: what is wrong, the value received, what is
 * allowed. The type refuses most of it earlier; this also serves values that no compiler saw.
 * @param profile account and region of the command line's profile. @default not known
 */
export function checkConfig(config: unknown, profile: Place = unknownPlace): string[] {
  if (!isObject(config)) return [`config is ${shown(config)}, allowed is an object of options such as {}`];
  const problems = checkOptions(config, optionRules, '');
  // Rules across options read them only once each of them is sound by itself.
  return problems.length > 0
    ? problems
    : [...checkTogether(config), ...checkPlaces(config, profile), ...checkMessages(config)];
}

function checkOptions(
  options: object,
  rules: Readonly<Record<string, OptionRule>>,
  parent: string,
): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const path = `${parent}${name}`;
    if (rule === undefined) {
      problems.push(`${path} is not an option, allowed are ${Object.keys(rules).join(', ')}`);
    } else if (value !== undefined && !rule.accepts(value)) {
      problems.push(`${path} is ${shown(value)}, allowed is ${rule.allowed}`);
    } else if (value !== undefined && rule.options !== undefined) {
      problems.push(...checkOptions(value as object, rule.options, `${path}.`));
    }
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required === true && (options as Readonly<Record<string, unknown>>)[name] === undefined) {
      problems.push(`${parent}${name} is missing, needed is ${rule.allowed}`);
    }
  }
  return problems;
}

/** Rules across options; each option is sound by itself. */
function checkTogether(config: Options): string[] {
  return [
    ...checkTargets(config),
    ...checkAccounts(config),
    ...checkPartition(config),
    ...checkDay(config),
    ...checkQuickSight(config),
  ];
}

function checkTargets({ targets = [] }: Options): string[] {
  const roots = targets.filter((id) => id.startsWith('r-'));
  return roots.length > 0 && targets.length > 1
    ? [
        `targets is ${JSON.stringify(targets)}, allowed is the root alone or units without it: the root holds every unit`,
      ]
    : [];
}

function checkAccounts(config: Options): string[] {
  const problems: string[] = [];
  const delegated = config.deployFrom === 'delegated-administrator';
  const needed: (keyof Options)[] = delegated
    ? ['region', 'managementAccountId', 'delegatedAdministratorAccountId']
    : config.dataAccount === undefined
      ? []
      : ['region', 'managementAccountId'];
  for (const name of needed) {
    if (config[name] === undefined) {
      problems.push(`${name} is missing, with several accounts each account and the region must be named`);
    }
  }
  if (!delegated && config.delegatedAdministratorAccountId !== undefined) {
    problems.push(
      `delegatedAdministratorAccountId is "${config.delegatedAdministratorAccountId}", allowed only with deployFrom "delegated-administrator"`,
    );
  }
  if (delegated && config.activateTrustedAccess !== undefined) {
    problems.push(
      `activateTrustedAccess is ${config.activateTrustedAccess}, allowed only with deployFrom "management": no other account can activate it`,
    );
  }
  const { managementAccountId } = config;
  if (
    delegated &&
    managementAccountId !== undefined &&
    managementAccountId === config.delegatedAdministratorAccountId
  ) {
    problems.push(
      `delegatedAdministratorAccountId is the management account "${managementAccountId}", allowed is another account`,
    );
  }
  if (managementAccountId !== undefined && config.excludedAccounts?.includes(managementAccountId)) {
    problems.push(
      `excludedAccounts holds the management account "${managementAccountId}", allowed are member accounts`,
    );
  }
  return problems;
}

function checkPartition({ region, dataAccount }: Options): string[] {
  const problems: string[] = [];
  if (
    region !== undefined &&
    dataAccount !== undefined &&
    partitionOf(dataAccount.region) !== partitionOf(region)
  ) {
    problems.push(
      `dataAccount.region is "${dataAccount.region}" in partition ${partitionOf(dataAccount.region)}, ` +
        `allowed is a region of the organization's partition ${partitionOf(region)}`,
    );
  }
  return problems;
}

/** A run that ends after midnight would store tomorrow's report under today. */
function checkDay({
  collectAt = defaults.collectAt,
  spreadMinutes = defaults.spreadMinutes,
}: Options): string[] {
  const start = parseTimeOfDay(collectAt);
  const latest = 24 * 60 - lastRunEndsMinutes(0, spreadMinutes);
  return lastRunEndsMinutes(start, spreadMinutes) > 24 * 60
    ? [
        `collectAt is "${collectAt}", allowed with a spread of ${spreadMinutes} minutes is at most ` +
          `"${timeOfDay(latest)}": the last retry must end before midnight UTC`,
      ]
    : [];
}
