import type { Config } from '../../lib/config/config';
import { eventsRegion } from '../../lambda/event-notifier/contract';
import { synthesize, type Templates } from '../lib/synthesize';
import { deploy, together, type Document, type Estate } from './estate';
import * as org from './organization';
import type { Deployment } from './resolve-template';

/** An installation: the stacks of one configuration, each deployed in its account. */
export interface Installation {
  readonly estate: Estate;
  readonly region: string;
  readonly dataAccountId: string;
  /** Account that lists the accounts and has the account-name role. */
  readonly deployingAccountId: string;
  readonly bucketName: string;
  readonly kmsKeyArn: string | undefined;
  /** Whether Lake Formation decides about the catalog. */
  readonly lakeFormation: boolean;
}

const partition = 'aws';
const region = 'eu-central-1';
const customAttributes = {
  OrganizationId: org.organizationId,
  ManagementAccountId: org.management,
  RootId: org.rootId,
};

/** The whole product in one account, nothing configured. */
export const inOneAccount: Config = {};

/** Every account apart, and every option that adds a permission. */
export const inSeveralAccounts: Config = {
  deployFrom: 'delegated-administrator',
  region,
  managementAccountId: org.management,
  delegatedAdministratorAccountId: org.security,
  dataAccount: { id: org.archive, region: 'eu-west-1' },
  kmsKeyArn: `arn:aws:kms:eu-west-1:${org.archive}:key/11111111-2222-3333-4444-555555555555`,
  accountDetails: { tags: true, email: true },
  rolePathPrefix: '/platform/',
  lakeFormation: { analysts: [`arn:aws:iam::${org.archive}:role/analyst`] },
  quickSight: {
    principalArns: [`arn:aws:quicksight:us-east-1:${org.archive}:group/default/security`],
    restricted: { [`arn:aws:quicksight:us-east-1:${org.archive}:group/default/sandbox`]: ['Root/Sandbox'] },
  },
  notifications: {
    emails: ['security@example.com'],
    slackWebhookSecretArn: `arn:aws:secretsmanager:eu-west-1:${org.archive}:secret:slack-a1b2c3`,
  },
  digest: {
    owners: {
      tagKey: 'team',
      destinations: { Sandbox: `arn:aws:sns:eu-west-1:${org.archive}:sandbox-team` },
    },
  },
  alarms: {},
  credentialEvents: {},
};

/** What `docs/permissions.md` asks of the policy of a customer managed key. */
function keyPolicy(arn: string): Document {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${org.archive}:root` },
        Action: 'kms:*',
        Resource: arn,
      },
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'kms:GenerateDataKey',
        Resource: arn,
        Condition: {
          StringEquals: { 'aws:PrincipalOrgID': org.organizationId },
          StringNotEquals: { 'aws:PrincipalAccount': org.archive },
        },
      },
    ],
  };
}

/** Synthesizes the stacks of a configuration and deploys them, the StackSet into every member it reaches. */
export function install(config: Config): Installation {
  const templates = synthesize(config);
  const deployingAccountId = config.delegatedAdministratorAccountId ?? org.management;
  const data = config.dataAccount ?? { id: deployingAccountId, region };
  const { kmsKeyArn } = config;
  const place = (stackName: string, accountId: string, more: Partial<Deployment> = {}): Deployment => ({
    stackName,
    partition,
    accountId,
    region,
    customAttributes,
    ...more,
  });
  const storageEstate = deploy(templates.storage, place('Storage', data.id, { region: data.region }));
  const dataEstate = deploy(templates.data, place('Data', data.id, { region: data.region }));
  const organizationEstate = deploy(templates.organization, place('Organization', deployingAccountId));
  const parameters = stackSetParameters(organizationEstate);
  // Service-managed StackSets never reach the management account.
  const members = org.organization.accounts.filter(({ id }) => id !== org.management);
  const management =
    templates.management && deploy(templates.management, place('Management', org.management));
  const estate = together(
    storageEstate,
    dataEstate,
    organizationEstate,
    ...(management === undefined ? [] : [management]),
    ...members.map(({ id }) => deploy(templates.member, place('StackSet', id, { parameters }))),
    ...eventEstates(templates.events, place, { deployingAccountId, dataAccountId: data.id }),
  );
  const guarded =
    kmsKeyArn === undefined
      ? estate.guarded
      : [
          ...estate.guarded,
          {
            arn: kmsKeyArn,
            accountId: data.id,
            policy: { name: 'key', document: keyPolicy(kmsKeyArn) },
            given: true,
          },
        ];
  return {
    estate: { ...estate, guarded },
    region,
    dataAccountId: data.id,
    deployingAccountId,
    bucketName: parameters['BucketName'] ?? '',
    kmsKeyArn,
    lakeFormation: config.lakeFormation !== undefined,
  };
}

/** The stacks of credential events, each in the region where the events arise. */
function eventEstates(
  events: Templates['events'],
  place: (stackName: string, accountId: string, more: Partial<Deployment>) => Deployment,
  { deployingAccountId, dataAccountId }: Pick<Installation, 'deployingAccountId' | 'dataAccountId'>,
): Estate[] {
  if (events === undefined) return [];
  const there = { region: eventsRegion };
  const rules = deploy(events.rules, place('Events', deployingAccountId, there));
  const parameters = stackSetParameters(rules);
  const members = org.organization.accounts.filter(({ id }) => id !== org.management);
  return [
    deploy(events.bus, place('EventBus', dataAccountId, there)),
    rules,
    ...(events.management
      ? [deploy(events.management, place('ManagementEvents', org.management, there))]
      : []),
    ...members.map(({ id }) => deploy(events.member, place('EventsStackSet', id, { ...there, parameters }))),
  ];
}

function stackSetParameters({ resources }: Estate): Record<string, string> {
  interface StackSet {
    readonly Parameters: readonly { readonly ParameterKey: string; readonly ParameterValue: string }[];
  }
  const [stackSet] = resources.filter(({ Type }) => Type === 'AWS::CloudFormation::StackSet');
  const { Parameters } = stackSet?.Properties as unknown as StackSet;
  return Object.fromEntries(
    Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
  );
}
