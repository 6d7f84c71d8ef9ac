import type { Call } from '../call';
import { onlyParameters, queryProtocol, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { queryVocabulary } from '../query-vocabulary';
import { defineService, type Service } from '../service';
import { notImplemented, ServiceError } from '../service-error';

/** A stack of a StackSet in an account. */
export interface StackInstance {
  readonly accountId: string;
  readonly status: 'CURRENT' | 'OUTDATED' | 'INOPERABLE';
  readonly reason?: string;
  /** ARN of its stack; absent where that was never made. */
  readonly stackId?: string;
  /** Such as CANCELLED or RUNNING. @default SUCCEEDED of a current one, else FAILED */
  readonly detailedStatus?: string;
  readonly drift?: 'DRIFTED' | 'IN_SYNC' | 'NOT_CHECKED';
}

/** A resource of a stack. */
export interface StackResource {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
}

/** A stack that is not deleted. */
export interface StackData {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly status: string;
  /** @default none */
  readonly resources?: readonly StackResource[];
}

export interface CloudFormationProps {
  /** Whether StackSets have trusted access to the organization from the beginning. @default false */
  readonly trustedAccess?: boolean;
  /** How long it takes to be on, in milliseconds of the organization's clock. @default 10000 */
  readonly propagation?: number;
  /**
   * Instances of each service-managed StackSet of the organization by its name, in every region; an absent one does not
   * exist.
   * @default none
   */
  readonly stackSets?: Readonly<Record<string, readonly StackInstance[]>>;
  /** @default none */
  readonly stacks?: readonly StackData[];
}

/** The management account calls as itself, a delegated administrator as one, and others may not at all. */
function rightCallAs({ caller, world, now }: Call<QueryInput>): string | undefined {
  const { organization } = world.directory;
  if (caller.accountId === organization.managementAccountId) return 'SELF';
  const services = world.directory.account(caller.accountId, now)?.data.delegatedFor ?? [];
  return services.includes('member.org.stacksets.cloudformation.amazonaws.com')
    ? 'DELEGATED_ADMIN'
    : undefined;
}

function calledAs({ input }: Call<QueryInput>): string {
  return input.get('CallAs') ?? 'SELF';
}

function wrongCallAs(): ServiceError {
  const message = 'You must be the management account or a delegated administrator, and call as such';
  return new ServiceError('ValidationError', 400, message);
}

function stackOf({ stacks = [] }: CloudFormationProps, call: Call<QueryInput>, name: string): StackData {
  const found = stacks.find(
    (one) => one.name === name && one.accountId === call.caller.accountId && one.region === call.region,
  );
  if (found === undefined)
    throw new ServiceError('ValidationError', 400, `Stack with id ${name} does not exist`);
  return found;
}

/** CloudFormation's calls around the trusted access of StackSets, and the look at one stack. */
export function cloudFormationService(props: CloudFormationProps = {}): Service {
  let enabledAt = props.trustedAccess === true ? 0 : Infinity;
  return defineService<QueryInput, XmlObject | undefined>({
    name: 'cloudformation',
    protocol: queryProtocol('2010-05-15', 'http://cloudformation.amazonaws.com/doc/2010-05-15/'),
    vocabulary: queryVocabulary(() => new ServiceError('InternalFailure', 500, 'Internal failure')),
    actions: {
      async DescribeOrganizationsAccess(call) {
        onlyParameters(call.input, 'cloudformation:DescribeOrganizationsAccess', ['CallAs']);
        await call.authorize({ action: 'cloudformation:DescribeOrganizationsAccess' });
        if (calledAs(call) !== rightCallAs(call)) throw wrongCallAs();
        return { Status: call.now.getTime() >= enabledAt ? 'ENABLED' : 'DISABLED' };
      },
      async ActivateOrganizationsAccess(call) {
        onlyParameters(call.input, 'cloudformation:ActivateOrganizationsAccess', []);
        await call.authorize({ action: 'cloudformation:ActivateOrganizationsAccess' });
        if (call.caller.accountId !== call.world.directory.organization.managementAccountId) {
          const message = 'Only the management account may activate trusted access';
          throw new ServiceError('InvalidOperationException', 400, message);
        }
        enabledAt = Math.min(enabledAt, call.now.getTime() + (props.propagation ?? 10_000));
        return {};
      },
      async ListStackInstances(call) {
        onlyParameters(call.input, 'cloudformation:ListStackInstances', ['StackSetName', 'CallAs']);
        const name = call.input.get('StackSetName') ?? '';
        const { accountId } = call.caller;
        const { partition } = call.world.directory;
        const resource = `arn:${partition}:cloudformation:${call.region}:${accountId}:stackset/${name}:*`;
        await call.authorize({ action: 'cloudformation:ListStackInstances', resource });
        const right = rightCallAs(call);
        const self = calledAs(call) === 'SELF';
        if (!self && right !== 'DELEGATED_ADMIN') throw wrongCallAs();
        // Called as itself, a member sees its self-managed StackSets only, and there are none.
        const instances = self && right !== 'SELF' ? undefined : props.stackSets?.[name];
        if (instances === undefined)
          throw new ServiceError('StackSetNotFoundException', 404, `StackSet ${name} not found`);
        const member = instances.map(
          ({ accountId: Account, status: Status, reason, detailedStatus, drift, stackId }) => ({
            Account,
            StackId: stackId,
            Status,
            StatusReason: reason,
            StackInstanceStatus: {
              DetailedStatus: detailedStatus ?? (Status === 'CURRENT' ? 'SUCCEEDED' : 'FAILED'),
            },
            DriftStatus: drift ?? 'NOT_CHECKED',
          }),
        );
        return { Summaries: { member } };
      },
      async DescribeStackResources(call) {
        onlyParameters(call.input, 'cloudformation:DescribeStackResources', ['StackName']);
        const given = call.input.get('StackName') ?? '';
        const name = /^arn:[^/]*:stack\/([^/]+)\//.exec(given)?.[1] ?? given;
        const { accountId } = call.caller;
        const resource = `arn:${call.world.directory.partition}:cloudformation:${call.region}:${accountId}:stack/${name}/*`;
        await call.authorize({ action: 'cloudformation:DescribeStackResources', resource });
        const stack = stackOf(props, call, name);
        const member = (stack.resources ?? []).map((one) => ({ ...one, ResourceStatus: 'CREATE_COMPLETE' }));
        return { StackResources: { member } };
      },
      async DescribeStacks(call) {
        onlyParameters(call.input, 'cloudformation:DescribeStacks', ['StackName']);
        const name = call.input.get('StackName');
        if (name === undefined || name.startsWith('arn:'))
          throw notImplemented('cloudformation:DescribeStacks of other than one stack by its name');
        const { accountId } = call.caller;
        const { partition } = call.world.directory;
        const resource = `arn:${partition}:cloudformation:${call.region}:${accountId}:stack/${name}/*`;
        await call.authorize({ action: 'cloudformation:DescribeStacks', resource });
        const stack = stackOf(props, call, name);
        const CreationTime = '2026-01-01T00:00:00Z';
        return { Stacks: { member: [{ StackName: name, StackStatus: stack.status, CreationTime }] } };
      },
    },
  });
}
