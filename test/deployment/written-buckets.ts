import type { ResolvedTemplate } from '../permissions/resolve-template';
import type { Statement } from '../permissions/estate';
import { listOf } from '../permissions/prove';

type Fields = Readonly<Record<string, unknown>>;

/** A resource that begins to write when it is made, and the buckets into which it may. */
export interface Writing {
  /** True when it writes while it is made, so that its making fails without the bucket. */
  readonly atOnce: boolean;
  readonly buckets: readonly string[];
}

/** What a resource starts: a custom resource its function, a schedule its target, a StackSet the collectors. */
export function writingOf(template: ResolvedTemplate, id: string): Writing {
  const { Type = '', Properties = {} } = template.Resources[id] ?? {};
  if (Type.startsWith('Custom::')) {
    return { atOnce: true, buckets: bucketsOf(template, String(Properties['ServiceToken'])) };
  }
  if (Type === 'AWS::Scheduler::Schedule') {
    const { Arn } = Properties['Target'] as { readonly Arn: string };
    return { atOnce: false, buckets: bucketsOf(template, Arn) };
  }
  if (Type === 'AWS::CloudFormation::StackSet') {
    const parameters = Properties['Parameters'] as readonly Fields[];
    const bucket = parameters.find(({ ParameterKey }) => ParameterKey === 'BucketName');
    return { atOnce: false, buckets: bucket === undefined ? [] : [String(bucket['ParameterValue'])] };
  }
  return { atOnce: false, buckets: [] };
}

/** Buckets in which the role of a function may put objects. */
function bucketsOf({ Resources, arnOf }: ResolvedTemplate, functionArn: string): string[] {
  const entries = Object.entries(Resources);
  const [, lambda] =
    entries.find(([id, { Type }]) => Type === 'AWS::Lambda::Function' && arnOf(id) === functionArn) ?? [];
  const roleName = String(lambda?.Properties?.['Role']).split('/').at(-1) ?? '';
  const statements = entries
    .filter(
      ([, { Type, Properties }]) =>
        Type === 'AWS::IAM::Policy' && (Properties?.['Roles'] as readonly string[]).includes(roleName),
    )
    .flatMap(
      ([, { Properties }]) => (Properties?.['PolicyDocument'] as { Statement: Statement[] }).Statement,
    );
  const writable = statements
    .filter(({ Effect, Action }) => Effect === 'Allow' && listOf(Action).includes('s3:PutObject'))
    .flatMap(({ Resource }) => listOf(Resource))
    .flatMap((arn) => /^arn:[a-z-]+:s3:::([^/]+)\//.exec(arn)?.[1] ?? []);
  return [...new Set(writable)];
}
