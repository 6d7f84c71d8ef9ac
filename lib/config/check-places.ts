import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Options } from './options';
import { partitionOf } from './partition';

/** Problems of regions and ARNs that cannot belong to one installation; each option is sound by itself. */
export function checkPlaces(config: Options): string[] {
  const { region, dataAccount } = config;
  const regions = Object.entries({ region, 'dataAccount.region': dataAccount?.region });
  return [...regions.flatMap(([option, name]) => checkRegion(option, name)), ...checkArns(config)];
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

function checkArns(config: Options): string[] {
  const { dataAccount, region, deployFrom } = config;
  const dataRegion = dataAccount?.region ?? region;
  const deployingAccount =
    deployFrom === 'delegated-administrator'
      ? config.delegatedAdministratorAccountId
      : config.managementAccountId;
  const dataAccountId = dataAccount?.id ?? deployingAccount;
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
  return [
    ...given('kmsKeyArn', [config.kmsKeyArn], false),
    ...given('quickSight.principalArns', config.quickSight?.principalArns ?? [], true),
    ...given('lakeFormation.analysts', config.lakeFormation?.analysts ?? [], false),
    ...given('notifications.slackWebhookSecretArn', [secret], true),
    ...given('digest.owners.destinations', Object.values(config.digest?.owners?.destinations ?? {}), false),
  ];
}
