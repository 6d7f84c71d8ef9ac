import type { Resource, Template } from '../lib/synthesize';
import { overlookedPolicies } from './overlooked-policies';
import { physicalName, resolveTemplate, type Deployment } from './resolve-template';
import { guardedResources } from './resource-policies';

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Document {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** A policy out of a template. */
export interface Policy {
  /** Readable and the same for every role of a kind: `collector`, `collector trust`, `bucket`. */
  readonly name: string;
  readonly document: Document;
  /** Tells policies of one name apart that must be proved one by one. @default what is proved of one holds for all */
  readonly place?: string;
}

export interface Role {
  readonly arn: string;
  /** The last segment of its path. */
  readonly kind: string;
  readonly accountId: string;
  readonly region: string;
  readonly trust: Policy;
  readonly policies: readonly Policy[];
}

export interface LambdaFunction {
  readonly arn: string;
  readonly roleArn: string;
  readonly accountId: string;
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly logGroup: string;
}

/** A resource with a policy of its own. */
export interface GuardedResource {
  readonly arn: string;
  readonly accountId: string;
  readonly policy: Policy;
  /** True when the customer brings it. @default false */
  readonly given?: boolean;
}

/** A resource where it was deployed. */
export interface PlacedResource extends Resource {
  readonly accountId: string;
  readonly region: string;
  /** Undefined for types whose ARN nobody here needs. */
  readonly arn: string | undefined;
}

/** What some templates put into accounts, with every intrinsic function resolved. */
export interface Estate {
  readonly roles: readonly Role[];
  readonly functions: readonly LambdaFunction[];
  readonly guarded: readonly GuardedResource[];
  /** Policies for people to attach. */
  readonly managed: readonly (Policy & { readonly accountId: string; readonly region: string })[];
  readonly resources: readonly PlacedResource[];
}

const empty: Estate = { roles: [], functions: [], guarded: [], managed: [], resources: [] };

/** Everything that several deployments put up, together. */
export function together(...estates: readonly Estate[]): Estate {
  return estates.reduce(
    (all, one) => ({
      roles: [...all.roles, ...one.roles],
      functions: [...all.functions, ...one.functions],
      guarded: [...all.guarded, ...one.guarded],
      managed: [...all.managed, ...one.managed],
      resources: [...all.resources, ...one.resources],
    }),
    empty,
  );
}

/** Reads roles, functions and policies out of a template. @throws Error for policies that it would overlook */
export function deploy(template: Template, deployment: Deployment): Estate {
  const { accountId, region, partition } = deployment;
  const { Resources, arnOf } = resolveTemplate(template, deployment);
  const all = Object.entries(Resources);
  const overlooked = overlookedPolicies(Object.values(Resources));
  if (overlooked.length > 0) throw new Error(`nothing would be proved of: ${overlooked.join(', ')}`);
  const ofType = (type: string) =>
    all
      .filter(([, resource]) => resource.Type === type)
      .map(([id, { Properties = {} }]) => ({ id: physicalName(id, deployment), ...Properties })) as never;

  interface RawRole {
    readonly id: string;
    readonly Path: string;
    readonly RoleName?: string;
    readonly AssumeRolePolicyDocument: Document;
  }
  interface RawPolicy {
    readonly id: string;
    readonly Roles: readonly string[];
    readonly PolicyDocument: Document;
  }
  interface RawFunction {
    readonly id: string;
    readonly Role: string;
    readonly Code: { readonly ZipFile: string };
    readonly Environment?: { readonly Variables: Record<string, string> };
    readonly Timeout: number;
    readonly LoggingConfig: { readonly LogGroup: string };
  }
  const policies: RawPolicy[] = ofType('AWS::IAM::Policy');
  const roles = (ofType('AWS::IAM::Role') as RawRole[]).map((role): Role => {
    const name = role.RoleName ?? role.id;
    const kind = role.Path.split('/').at(-2) ?? '';
    return {
      arn: `arn:${partition}:iam::${accountId}:role${role.Path}${name}`,
      kind,
      accountId,
      region,
      trust: { name: `${kind} trust`, document: role.AssumeRolePolicyDocument },
      policies: policies
        .filter(({ Roles }) => Roles.includes(name))
        .map(({ PolicyDocument }) => ({ name: kind, document: PolicyDocument })),
    };
  });
  const functions = (ofType('AWS::Lambda::Function') as RawFunction[]).map((one): LambdaFunction => ({
    arn: `arn:${partition}:lambda:${region}:${accountId}:function:${one.id}`,
    roleArn: one.Role,
    accountId,
    code: one.Code.ZipFile,
    environment: one.Environment?.Variables ?? {},
    timeoutSeconds: one.Timeout,
    logGroup: one.LoggingConfig.LogGroup,
  }));
  const kindOf = (functionArn: string) => {
    const one = functions.find(({ arn }) => arn === functionArn);
    return roles.find(({ arn }) => arn === one?.roleArn)?.kind ?? '';
  };
  const guarded = guardedResources(Object.values(Resources), deployment, kindOf);
  const managed = (ofType('AWS::IAM::ManagedPolicy') as { Path: string; PolicyDocument: Document }[]).map(
    ({ Path, PolicyDocument }) => ({
      name: Path.split('/').at(-2) ?? '',
      document: PolicyDocument,
      accountId,
      region,
    }),
  );
  return {
    roles,
    functions,
    guarded,
    managed,
    resources: all.map(([id, one]) => ({ ...one, accountId, region, arn: arnOf(id) })),
  };
}
