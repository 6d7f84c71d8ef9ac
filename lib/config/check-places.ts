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
    ...given('lakeFormation.analysts', config.lakeFormation?.analysts ?? [], false),
    ...given('notifications.slackWebhookSecretArn', [secret], true),
    // Another account's topic can let the digest publish.
    ...given('digest.owners.destinations', Object.values(config.digest?.owners?.destinations ?? {}), false),
  ];
}
