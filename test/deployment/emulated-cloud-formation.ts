import type { Resource, Template } from '../lib/synthesize';
import { resolveTemplate, type Deployment, type ResolvedTemplate } from '../permissions/resolve-template';
import { creationOrder } from './creation-order';
import { nameOf } from './resource-names';
import { writingOf } from './written-buckets';

/** A stack as it is handed to CloudFormation. */
export interface StackToDeploy {
  readonly template: Template;
  readonly place: Deployment;
}

export interface DeployOptions {
  /** Something fails when so many resources were made. @default nothing fails */
  readonly failAfter?: number;
  /** As `--import-existing-resources` has it. @default false */
  readonly importExisting?: boolean;
}

export type Status = 'CREATE_COMPLETE' | 'ROLLBACK_COMPLETE' | 'ROLLBACK_FAILED' | 'DELETE_COMPLETE';

/** Something that exists in AWS. */
interface Existing {
  /** The stack that it belongs to; undefined when its stack left it. */
  owner: string | undefined;
  objects: number;
}

interface DeployedStack {
  status: Status;
  /** Keys of what it has made, in that order. */
  readonly made: { readonly id: string; readonly key: string; readonly policy: string }[];
}

/** What is read out of a template, once for all of its deployments. */
interface Plan {
  readonly resolved: ResolvedTemplate;
  readonly order: readonly string[];
}
const plans = new WeakMap<StackToDeploy, Plan>();

function planOf(stack: StackToDeploy): Plan {
  const { template, place } = stack;
  const plan = plans.get(stack) ?? {
    resolved: resolveTemplate(template, place),
    order: creationOrder(template),
  };
  plans.set(stack, plan);
  return plan;
}

/**
 * CloudFormation as far as a deployment can fail and be repaired: order, rollback, deletion policies, names that are taken,
 * import; with the rule of S3 that a bucket that holds anything cannot be deleted. `deploy` does what the CDK command line
 * does around it. Nothing is known of what a resource is, but for buckets.
 */
export class EmulatedCloudFormation {
  private readonly existing = new Map<string, Existing>();
  private readonly stacks = new Map<string, DeployedStack>();
  /** Why deployments failed, in order. */
  readonly reasons: string[] = [];

  /** Creates a stack, or leaves one alone that is complete; one whose creation failed is deleted first, as CDK does. */
  deploy(deployed: StackToDeploy, options: DeployOptions = {}): Status {
    const { template, place } = deployed;
    const former = this.stacks.get(place.stackName);
    if (former?.status === 'CREATE_COMPLETE') return former.status;
    if (former !== undefined) this.destroy(place.stackName);
    const stack: DeployedStack = { status: 'CREATE_COMPLETE', made: [] };
    this.stacks.set(place.stackName, stack);
    const { resolved, order } = planOf(deployed);
    try {
      for (const id of order) {
        if (stack.made.length === options.failAfter) throw new Error('planted');
        this.create(id, template, resolved, stack, place, options);
      }
      if (stack.made.length === options.failAfter) throw new Error('planted');
    } catch (error) {
      this.reasons.push((error as Error).message);
      stack.status = this.takeBack(stack, ['Retain']) ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED';
    }
    return stack.status;
  }

  /** Deletes a stack; what is to be retained stays, and so does what nobody can delete. */
  destroy(stackName: string): Status {
    const stack = this.stacks.get(stackName);
    if (stack === undefined) return 'DELETE_COMPLETE';
    if (!this.takeBack(stack, ['Retain', 'RetainExceptOnCreate'])) {
      throw new Error(`${stackName} cannot be deleted`);
    }
    this.stacks.delete(stackName);
    return 'DELETE_COMPLETE';
  }

  /** What exists, as `<type> <name>`, each with the stack that it belongs to. */
  everything(): { readonly key: string; readonly owner: string | undefined }[] {
    return [...this.existing].map(([key, { owner }]) => ({ key, owner }));
  }

  private create(
    id: string,
    template: Template,
    resolved: ResolvedTemplate,
    stack: DeployedStack,
    { stackName, accountId, region }: Deployment,
    { importExisting = false }: DeployOptions,
  ): void {
    const asWritten = template.Resources[id] as Resource;
    const { DeletionPolicy: policy = 'Delete' } = asWritten;
    const { Type } = asWritten;
    const name = (nameOf(resolved.Resources[id] as Resource) as string | undefined) ?? `${stackName}/${id}`;
    const key = Type.startsWith('AWS::S3::') ? `${Type} ${name}` : `${Type} ${accountId}/${region}/${name}`;
    const taken = this.existing.get(key);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html
    const importable =
      importExisting &&
      taken?.owner === undefined &&
      policy.startsWith('Retain') &&
      typeof nameOf(asWritten) === 'string';
    if (taken !== undefined && !importable) throw new Error(`${key} already exists`);
    const { atOnce, buckets } = writingOf(resolved, id);
    for (const bucket of buckets) {
      const found = this.existing.get(`AWS::S3::Bucket ${bucket}`);
      if (found === undefined && atOnce) throw new Error(`${id} writes into ${bucket}, which does not exist`);
      if (found !== undefined) found.objects += 1;
    }
    this.existing.set(key, { owner: stackName, objects: taken?.objects ?? 0 });
    stack.made.push({ id, key, policy });
  }

  /** Deletes what a stack made, the last first, but leaves what has one of these policies. False when S3 refuses. */
  private takeBack(stack: DeployedStack, left: readonly string[]): boolean {
    const refused = stack.made
      .splice(0)
      .reverse()
      .filter(({ key, policy }) => {
        const one = this.existing.get(key);
        if (one === undefined) return false; // went with its bucket
        if (left.includes(policy)) one.owner = undefined;
        else if (one.objects > 0) return true;
        else this.remove(key);
        return false;
      });
    stack.made.push(...refused.reverse());
    return refused.length === 0;
  }

  private remove(key: string): void {
    this.existing.delete(key);
    const [type, name = ''] = key.split(' ');
    if (type === 'AWS::S3::Bucket') this.existing.delete(`AWS::S3::BucketPolicy ${name}`);
  }
}
