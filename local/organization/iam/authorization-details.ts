import type { PolicyHolder } from '../iam-data';
import type { AccountData } from '../organization-data';
import { uniqueId } from '../principal';
import { members, onlyParameters, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { notImplemented } from '../service-error';
import { page } from './page';
import { holding, iamArn, seconds, userShape, usersNow } from './users-now';

/** What of an account the filter names, in IAM's order; roles and AWS's own policies are not known here. */
export function authorizationDetails(
  partition: string,
  account: AccountData,
  input: QueryInput,
  now: Date,
): XmlObject {
  onlyParameters(input, 'iam:GetAccountAuthorizationDetails', ['Filter', 'MaxItems', 'Marker']);
  const filter = members(input, 'Filter').map((member) => member.get('') ?? '');
  const known = ['User', 'Group', 'LocalManagedPolicy'];
  if (filter.length === 0 || filter.some((kind) => !known.includes(kind)))
    throw notImplemented(
      `authorization details of ${filter.join(', ') || 'everything'} (only ${known.join(', ')})`,
    );
  const shapes = { User: users, Group: groups, LocalManagedPolicy: policies };
  const all = (['User', 'Group', 'LocalManagedPolicy'] as const)
    .filter((kind) => filter.includes(kind))
    .flatMap((kind) => shapes[kind](partition, account, now).map((shape) => ({ kind, shape })));
  const { items, ...rest } = page(all, input);
  const of = (kind: string) => ({
    member: items.filter((one) => one.kind === kind).map(({ shape }) => shape),
  });
  return {
    UserDetailList: of('User'),
    GroupDetailList: of('Group'),
    RoleDetailList: {},
    Policies: of('LocalManagedPolicy'),
    ...rest,
  };
}

function users(partition: string, account: AccountData, now: Date): XmlObject[] {
  return usersNow(account, now).map((user) => ({
    ...userShape(partition, account, user),
    UserPolicyList: inline(user, now),
    GroupList: { member: user.groups ?? [] },
    AttachedManagedPolicies: attached(user, now),
    PermissionsBoundary:
      user.boundary === undefined
        ? undefined
        : {
            PermissionsBoundaryType: 'Policy',
            PermissionsBoundaryArn: user.boundary,
          },
    Tags: { member: Object.entries(user.tags ?? {}).map(([Key, Value]) => ({ Key, Value })) },
  }));
}

function groups(partition: string, account: AccountData, now: Date): XmlObject[] {
  return (account.groups ?? []).map((group) => ({
    Path: '/',
    GroupName: group.name,
    Arn: iamArn(partition, account, `group/${group.name}`),
    GroupPolicyList: inline(group, now),
    AttachedManagedPolicies: attached(group, now),
  }));
}

function policies(partition: string, account: AccountData, now: Date): XmlObject[] {
  const holders = [...usersNow(account, now), ...(account.groups ?? [])];
  return (account.policies ?? []).map(({ name, document, createdAt }) => {
    const Arn = iamArn(partition, account, `policy/${name}`);
    const created = seconds(createdAt);
    return {
      PolicyName: name,
      PolicyId: uniqueId('ANPA', Arn),
      Arn,
      Path: '/',
      DefaultVersionId: 'v1',
      AttachmentCount: holders.filter((holder) =>
        holding(holder.attachedPolicies, now).some(({ arn }) => arn === Arn),
      ).length,
      IsAttachable: true,
      CreateDate: created,
      UpdateDate: created,
      PolicyVersionList: {
        member: [
          { Document: encoded(document), VersionId: 'v1', IsDefaultVersion: true, CreateDate: created },
        ],
      },
    };
  });
}

function attached({ attachedPolicies }: PolicyHolder, now: Date): XmlObject {
  return {
    member: holding(attachedPolicies, now).map(({ arn }) => ({
      PolicyName: arn.split('/').at(-1),
      PolicyArn: arn,
    })),
  };
}

function inline({ inlinePolicies }: PolicyHolder, now: Date): XmlObject {
  return {
    member: holding(inlinePolicies, now).map(({ name, document }) => ({
      PolicyName: name,
      PolicyDocument: encoded(document),
    })),
  };
}

/** Documents are URL-encoded as RFC 3986 says; a text goes out as it is. */
function encoded(document: object | string): string {
  if (typeof document === 'string') return document;
  return encodeURIComponent(JSON.stringify(document)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
