import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Options } from './options';
import { partitionOf } from './partition';
import type { Place } from './place';
import { placesOf } from './places';

/**
 * Problems of regions and ARNs that cannot belong to one installation; each option is sound by itself.
 * @param profile account and region of the command line, which count where the options name none
 */
export function checkPlaces(config: Options, profile: Place): string[] {
  const { region, dataAccount } = config;
  const regions = {
    ...(region === undefined ? { "the region of the command line's profile": profile.region } : { region }),
    'dataAccount.region': dataAccount?.region,
  };
  return [
    ...Object.entries(regions).flatMap(([option, name]) => checkRegion(option, name)),
    ...checkArns(config, profile),
    ...checkTrail(config, profile),
  ];
}

function checkRegion(option: string, name: string | undefined): string[] {
  if (name === undefined) return [];
  if (RegionInfo.get(name).partition === undefined) {
    return [
      `${option} is "${name}", which AWS does not have as far as this CDK knows, allowed is a region of AWS`,
    ];
  }
  return partitionOf(name) === 'aws-cn'
    ? [
        `${option} is "${name}", allowed is no region in China: StackSets get no trusted access to an organization there`,
      ]
    : [];
}

function checkArns(config: Options, profile: Place): string[] {
  const { kmsKeyArn } = config;
  const { region: dataRegion, account: dataAccountId } = placesOf(config, profile).data;
  const secret = config.notifications?.slackWebhookSecretArn;
  const given = (option: string, arns: readonly (string | undefined)[], inDataAccount: boolean) =>
    arns.flatMap((arn) => {
      if (arn === undefined) return [];
      const [, partition, , , account] = arn.split(':');
      if (dataRegion !== undefined && partition !== partitionOf(dataRegion))
        return [`${option} is "${arn}", allowed is an ARN of the partition ${partitionOf(dataRegion)}`];
      return inDataAccount && dataAccountId !== undefined && account !== dataAccountId
        ? [`${option} is "${arn}", allowed is an ARN of the data account ${dataAccountId}`]
        : [];
    });
  const keyRegion = kmsKeyArn?.split(':')[3];
  return [
    ...given('kmsKeyArn', [kmsKeyArn], true),
    ...(dataRegion !== undefined && keyRegion !== undefined && keyRegion !== dataRegion
      ? [`kmsKeyArn is "${kmsKeyArn ?? ''}", allowed is a key in the bucket's region ${dataRegion}`]
      : []),
    ...given('quickSight.principalArns', config.quickSight?.principalArns ?? [], true),
    ...given('quickSight.restricted', Object.keys(config.quickSight?.restricted ?? {}), true),
    ...given('lakeFormation.analysts', config.lakeFormation?.analysts ?? [], false),
    ...given('notifications.slackWebhookSecretArn', [secret], true),
    // Another account's topic can let the digest publish.
    ...given('digest.owners.destinations', Object.values(config.digest?.owners?.destinations ?? {}), false),
  ];
}

/** A trail's bucket, its key and its events lie in the organization's partition; S3 takes keys of its own region alone. */
function checkTrail({ trail, region }: Options, profile: Place): string[] {
  if (trail === undefined) return [];
  const home = region ?? profile.region;
  const places = [
    ['trail.region', trail.region],
    ...trail.regions.map((name) => ['trail.regions', name]),
  ] as const;
  const [, , , keyRegion] = trail.keyArn?.split(':') ?? [];
  return [
    ...places.flatMap(([option = '', name = '']) => checkTrailRegion(option, name, home)),
    ...(keyRegion !== undefined && keyRegion !== trail.region
      ? [`trail.keyArn is "${trail.keyArn ?? ''}", allowed is a key in the bucket's region ${trail.region}`]
      : []),
  ];
}

function checkTrailRegion(option: string, name: string, home: string | undefined): string[] {
  if (RegionInfo.get(name).partition === undefined)
    return [
      `${option} holds "${name}", which AWS does not have as far as this CDK knows, allowed is a region of AWS`,
    ];
  return home !== undefined && partitionOf(name) !== partitionOf(home)
    ? [`${option} holds "${name}", allowed is a region of the organization's partition ${partitionOf(home)}`]
    : [];
}
