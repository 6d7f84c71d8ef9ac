import { CfnStackSet, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface MemberStackSetProps {
  readonly name: string;
  readonly description: string;
  readonly templateBody: string;
  /** Values of the template's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Ids of the root or of units. */
  readonly targets: readonly string[];
  readonly excludedAccounts: readonly string[];
  readonly deployFrom: 'management' | 'delegated-administrator';
}

/** Accounts at a time and accounts that may fail, in percent of all: one account's trouble must not stop the others. */
const maxConcurrentPercent = 25;
/** Above this the template is at fault, not an account, and the deployment fails. */
const tolerancePercent = 50;

/** Puts a template into every member account, in the stack's region, now and as accounts join; it goes when an account leaves. */
export class MemberStackSet extends Construct {
  readonly stackSet: CfnStackSet;

  constructor(scope: Construct, id: string, props: MemberStackSetProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.stackSet = new CfnStackSet(this, 'StackSet', {
      stackSetName: props.name,
      description: props.description,
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
          // IAM is global: a second region would collect every report, or report every event, twice.
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
