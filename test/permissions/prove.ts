import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { AuthorizationRequest } from '../../local/organization';
import type { Document, Estate, Policy, Statement } from './estate';

/** A request that a policy engine decides, as the embedded organization records it, and who it is. */
export interface Request extends Omit<AuthorizationRequest, 'principal'> {
  readonly principal: {
    readonly accountId: string;
    /** Session's, user's or service's name as policies know it. */
    readonly arn: string;
    readonly roleArn?: string;
  };
  /** What the caller may do in its own account when its role is not of the templates. @default nothing */
  readonly ownPolicies?: readonly Document[];
}

/** A policy of the estate in place of another, to see what depends on it. */
export type Replace = (policy: Policy) => Document;

const asItIs: Replace = ({ document }) => document;

/** A list where policies allow one value. */
export function listOf<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}

/**
 * Decides a request by the policies of an estate: those of the caller's role, and that of the resource.
 * @param blockPublicAccess as the bucket has it; without it a policy must keep strangers out by itself
 * @throws Error when the simulator finds a policy or a context key invalid
 */
export async function isAllowed(
  request: Request,
  estate: Estate,
  replace: Replace = asItIs,
  blockPublicAccess = true,
): Promise<boolean> {
  const { action, resource, context, principal } = request;
  const own = identityPolicies(request, estate, replace);
  const resourcePolicy = policyOf(resource, estate);
  const result = await runSimulation(
    {
      request: {
        principal: principal.arn,
        action,
        resource: { resource, accountId: ownerFor(request) },
        contextVariables: Object.fromEntries(
          Object.entries(context).map(([key, value]) => [
            key,
            typeof value === 'string' ? value : [...value],
          ]),
        ),
      },
      identityPolicies: own.map((policy, index) => ({ name: `policy${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resourcePolicy && { resourcePolicy: replace(resourcePolicy) }),
      // Buckets block public access; a policy that S3 takes for public would shut every member out.
      additionalSettings: { s3: { blockPublicAccess } },
    },
    {},
  );
  if (result.resultType === 'error') {
    throw new Error(`${action} on ${resource} cannot be decided: ${JSON.stringify(result.errors)}`);
  }
  return result.overallResult === 'Allowed';
}

/** What a caller may do by itself. A service that comes as itself has no account and no policies: the resource's decides. */
function identityPolicies({ principal, ownPolicies = [] }: Request, estate: Estate, replace: Replace) {
  if (!principal.arn.startsWith('arn:')) return [];
  const role = estate.roles.find(({ arn }) => arn === principal.roleArn);
  return role === undefined ? ownPolicies : [...role.policies.map(replace), ...ownPolicies];
}

/**
 * Units and accounts belong to the management account, yet a delegated administrator reads them with nothing but its own
 * policies: who may call at all is Organizations' own rule, which the embedded organization keeps.
 */
function ownerFor({ action, resourceAccountId, principal }: Request): string {
  return action.startsWith('organizations:') ? principal.accountId : resourceAccountId;
}

/** The trust of a role, or the policy of the guarded resource that it is or lies in. */
function policyOf(resource: string, estate: Estate): Policy | undefined {
  const role = estate.roles.find(({ arn }) => arn === resource);
  if (role !== undefined) return role.trust;
  return estate.guarded.find(({ arn }) => resource === arn || resource.startsWith(`${arn}/`))?.policy;
}

/** Whether a policy can make a difference to a request: it is the resource's, or one of the caller's. */
export function concerns(
  policy: Policy,
  { resource, principal, ownPolicies }: Request,
  estate: Estate,
): boolean {
  return (
    policyOf(resource, estate) === policy ||
    estate.roles.some(({ arn, policies }) => arn === principal.roleArn && policies.includes(policy)) ||
    ownPolicies?.includes(policy.document) === true
  );
}

/** Every policy of the templates, not those that a customer brings; roles of a kind share a name. */
export function policiesOf(estate: Estate): Policy[] {
  return [
    ...estate.roles.flatMap((role) => [role.trust, ...role.policies]),
    ...estate.guarded.filter(({ given }) => given !== true).map(({ policy }) => policy),
    ...estate.managed,
  ];
}

/** One thing less in a policy. */
export interface Narrowing {
  /** `collector: s3:PutObject (statement 4)`. */
  readonly label: string;
  readonly policy: Policy;
  readonly action: string;
  readonly document: Document;
}

/** A document with one statement replaced, or taken out. */
function withStatement(
  { Version, Statement }: Document,
  index: number,
  statement: Statement | undefined,
): Document {
  return {
    Version,
    Statement: Statement.flatMap((one, at) => (at !== index ? [one] : statement ? [statement] : [])),
  };
}

const whole = ({ name, place }: Policy) => (place === undefined ? name : `${name} in ${place}`);

const nothing = { Sid: 'Nothing', Effect: 'Deny', Action: 'none:Nothing', Resource: '*' } as const;

/** Each action, and each of several resources, taken out of an Allow. */
export function narrowings(policy: Policy): Narrowing[] {
  return policy.document.Statement.flatMap((statement, index): Narrowing[] => {
    if (statement.Effect !== 'Allow') return [];
    const actions = listOf(statement.Action);
    const resources = listOf(statement.Resource);
    const label = (what: string) => `${whole(policy)}: ${what} (statement ${index + 1})`;
    const less = (what: string, action: string, changed: Statement | undefined) => ({
      label: label(what),
      policy,
      action,
      document: withStatement(policy.document, index, changed),
    });
    return actions.flatMap((action) => {
      const others = actions.filter((one) => one !== action);
      return [
        less(action, action, others.length === 0 ? undefined : { ...statement, Action: others }),
        ...(resources.length < 2
          ? []
          : resources.map((resource) =>
              less(`${action} on ${resource.replaceAll(/[0-9]{12}/g, '<account>')}`, action, {
                ...statement,
                Resource: resources.filter((one) => one !== resource),
              }),
            )),
      ];
    });
  });
}

/** Each Deny, and each condition of an Allow, taken out of a policy, and each service replaced by everybody. */
export function loosenings(policy: Policy): { readonly label: string; readonly document: Document }[] {
  const { document } = policy;
  return document.Statement.flatMap((statement, index) => {
    const of = `${whole(policy)} ${statement.Sid ?? `statement ${index + 1}`}`;
    if (statement.Effect === 'Deny') {
      return [{ label: `${of} removed`, document: withStatement(document, index, undefined) }];
    }
    const service = (statement.Principal as { readonly Service?: string } | undefined)?.Service;
    const toEverybody = { ...statement, Principal: '*' };
    const everybody = service !== undefined && {
      label: `${of} to everybody instead of ${service}`,
      document: withStatement(document, index, toEverybody),
    };
    const unconditional = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key) => {
        const left = Object.fromEntries(Object.entries(keys).filter(([one]) => one !== key));
        const Condition = { ...statement.Condition, [operator]: left };
        return {
          label: `${of} without its condition on ${key}`,
          document: withStatement(document, index, { ...statement, Condition }),
        };
      }),
    );
    return [...(everybody ? [everybody] : []), ...unconditional];
  });
}

/** An empty document is no valid policy; this one says nothing. */
export function sayingSomething(document: Document): Document {
  return document.Statement.length > 0 ? document : { ...document, Statement: [nothing] };
}
