import type { Resource } from '../lib/synthesize';
import type { Document, GuardedResource, Statement } from './estate';
import type { Deployment } from './resolve-template';

type Properties = Readonly<Record<string, unknown>>;

/** The policy of one resource as a template holds it. */
interface Found {
  readonly arn: string;
  /** Of the policy, see `Policy`. */
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly place?: string;
}

/** What the readers of policies know of the stack around them. */
interface Surroundings {
  readonly deployment: Deployment;
  /** Kind of the role of a function. */
  readonly kindOf: (functionArn: string) => string;
  /** ARNs of the queues to which others give what could not be reported. */
  readonly deadLetters: readonly string[];
}

const inDocument = (properties: Properties) => (properties['PolicyDocument'] as Document).Statement;

/** Resource policies by type: which resource they guard, and what they say. A type that is missing fails `overlooked`. */
const readers: Readonly<Record<string, (properties: Properties, around: Surroundings) => readonly Found[]>> =
  {
    'AWS::S3::BucketPolicy': (properties, { deployment: { partition } }) => [
      {
        arn: `arn:${partition}:s3:::${String(properties['Bucket'])}`,
        name: 'bucket',
        statements: inDocument(properties),
      },
    ],
    'AWS::Events::EventBusPolicy': (properties, { deployment: { partition, region, accountId } }) => [
      {
        arn: `arn:${partition}:events:${region}:${accountId}:event-bus/${String(properties['EventBusName'])}`,
        name: 'event bus',
        statements: [properties['Statement'] as Statement],
      },
    ],
    'AWS::SNS::TopicPolicy': (properties) =>
      (properties['Topics'] as string[]).map((arn) => ({
        arn,
        name: 'topic',
        statements: inDocument(properties),
      })),
    'AWS::SQS::QueuePolicy': (properties, { deployment: { partition, region, accountId }, deadLetters }) =>
      (properties['Queues'] as string[]).map((url) => {
        const arn = `arn:${partition}:sqs:${region}:${accountId}:${url.split('/').at(-1)}`;
        const name = deadLetters.includes(arn) ? 'dead letters' : 'queue';
        return { arn, name, statements: inDocument(properties) };
      }),
    'AWS::Lambda::Permission': (properties, { kindOf, deployment: { region: place } }) => {
      const arn = String(properties['FunctionName']);
      return [{ arn, name: `${kindOf(arn)} invocation`, statements: [permitted(arn, properties)], place }];
    },
  };

/** Types of resources that are policies of others. */
export const resourcePolicyTypes: readonly string[] = Object.keys(readers);

const permissionProperties = ['FunctionName', 'Action', 'Principal', 'SourceAccount', 'SourceArn'];

/** The statement that Lambda makes of a permission. @throws Error for a property whose condition is not known here */
function permitted(arn: string, properties: Properties): Statement {
  const unknown = Object.keys(properties).filter((name) => !permissionProperties.includes(name));
  if (unknown.length > 0) throw new Error(`what ${unknown.join(', ')} of a permission means is not known`);
  const { Action, Principal, SourceAccount, SourceArn } = properties as Readonly<Record<string, string>>;
  return {
    Effect: 'Allow',
    Principal: Principal?.endsWith('.amazonaws.com') ? { Service: Principal } : { AWS: Principal },
    Action: Action ?? '',
    Resource: arn,
    Condition: {
      ...(SourceAccount && { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
      ...(SourceArn && { ArnLike: { 'aws:SourceArn': SourceArn } }),
    },
  };
}

/** The resources with policies of their own in a template whose intrinsic functions are resolved. */
export function guardedResources(
  resources: readonly Resource[],
  deployment: Deployment,
  kindOf: (functionArn: string) => string,
): GuardedResource[] {
  const deadLetters = resources.flatMap(({ Properties }) => {
    const redrive = Properties?.['RedrivePolicy'] as { deadLetterTargetArn: string } | undefined;
    return redrive === undefined ? [] : [redrive.deadLetterTargetArn];
  });
  const found = resources.flatMap(
    ({ Type, Properties = {} }) => readers[Type]?.(Properties, { deployment, kindOf, deadLetters }) ?? [],
  );
  // Permissions of one function, and statements of one bus, add up.
  const byArn = new Map<string, Found>();
  for (const one of found) {
    const statements = [...(byArn.get(one.arn)?.statements ?? []), ...one.statements];
    byArn.set(one.arn, { ...one, statements });
  }
  return [...byArn.values()].map(({ arn, statements, ...policy }) => ({
    arn,
    accountId: deployment.accountId,
    policy: { ...policy, document: { Version: '2012-10-17', Statement: statements } },
  }));
}
