import { CfnStackSet, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { MemberParameters } from '../member-stack';

export interface MemberStackSetProps {
  readonly templateBody: string;
  readonly parameters: MemberParameters;
  /** Ids of the root or of units. */
  readonly targets: readonly string[];
  readonly excludedAccounts: readonly string[];
  readonly deployFrom: 'management' | 'delegated-administrator';
}

/** Accounts at a time and accounts that may fail, in percent of all: one account's trouble must not stop the others. */
const maxConcurrentPercent = 25;
/** Above this the template is at fault, not an account, and the deployment fails. */
const tolerancePercent = 50;

/** Puts the collector into every member account, now and as accounts join; it goes when an account leaves. */
export class MemberStackSet extends Construct {
  readonly stackSet: CfnStackSet;

  constructor(scope: Construct, id: string, props: MemberStackSetProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.stackSet = new CfnStackSet(this, 'StackSet', {
      stackSetName: 'CredentialReportCollector',
      description: 'Hands in the IAM credential report of each account of the organization once a day',
      permissionModel: 'SERVICE_MANAGED',
      callAs: props.deployFrom === 'management' ? 'SELF' : 'DELEGATED_ADMIN',
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      managedExecution: { Active: true },
      capabilities: ['CAPABILITY_IAM'],
      templateBody: props.templateBody,
      parameters: Object.entries(props.parameters).map(([parameterKey, parameterValue]) => ({
        parameterKey,
        parameterValue,
      })),
      operationPreferences: {
        maxConcurrentPercentage: maxConcurrentPercent,
        failureTolerancePercentage: tolerancePercent,
        concurrencyMode: 'SOFT_FAILURE_TOLERANCE',
      },
      stackInstancesGroup: [
        {
          // IAM is global: a second region would collect every report twice.
          regions: [region],
          deploymentTargets: {
            organizationalUnitIds: [...props.targets],
            ...(props.excludedAccounts.length === 0
              ? {}
              : { accountFilterType: 'DIFFERENCE', accounts: [...props.excludedAccounts] }),
          },
        },
      ],
    });
  }
}
