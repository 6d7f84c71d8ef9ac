import type { Call } from '../call';
import type { AuthorizationContext } from '../authorization';
import type { RoleData } from '../organization-data';
import { parseRoleArn, rolePrincipal, uniqueId, type Principal } from '../principal';
import { members, onlyParameters, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { ServiceError } from '../service-error';

/** A chain of roles is limited to one hour, whatever the role allows. */
const chainSeconds = 3600;
const known = [
  'RoleArn',
  'RoleSessionName',
  'DurationSeconds',
  'Tags',
  'TransitiveTagKeys',
  'SourceIdentity',
  'ExternalId',
];

/** Issues credentials of a role; tags and source identity are permissions of their own. */
export async function assumeRole(call: Call<QueryInput>): Promise<XmlObject> {
  const { input, world, caller, session } = call;
  onlyParameters(input, 'sts:AssumeRole', known);
  const roleArn = required(input, 'RoleArn', /^arn:.{1,2044}$/);
  const sessionName = required(input, 'RoleSessionName', /^[\w+=,.@-]{2,64}$/);
  const asked = Object.fromEntries(
    members(input, 'Tags').map((tag) => [tag.get('Key') ?? '', tag.get('Value') ?? '']),
  );
  const transitive = members(input, 'TransitiveTagKeys').map((key) => key.get('') ?? '');
  const sourceIdentity = session.sourceIdentity ?? input.get('SourceIdentity');
  const tags = { ...inherited(session.transitiveTagKeys, caller.sessionTags, asked), ...asked };

  const accountId = parseRoleArn(roleArn)?.accountId;
  if (accountId === undefined) throw invalid(`${roleArn} is invalid`);
  const account = world.directory.account(accountId, call.now);
  const role = account?.data.roles?.find(({ arn }) => arn === roleArn);
  const context = tagContext(sessionName, asked, transitive, input);
  const byDefault =
    role !== undefined && trusts(role, caller, world.directory.organizationIdOf(caller.accountId, call.now));
  if (account?.state === 'CLOSED' || account?.state === 'SUSPENDED')
    throw new ServiceError('AccessDenied', 403, `${roleArn} is in an account that is ${account.state}`);
  const permission = { resource: roleArn, resourceAccountId: accountId, context, byDefault };
  await call.authorize({ action: 'sts:AssumeRole', ...permission });
  if (Object.keys(asked).length > 0) await call.authorize({ action: 'sts:TagSession', ...permission });
  if (input.has('SourceIdentity')) await call.authorize({ action: 'sts:SetSourceIdentity', ...permission });

  const seconds = duration(input.get('DurationSeconds'), role, caller.roleArn !== undefined);
  const expiresAt = call.now.getTime() + seconds * 1000;
  const principal = rolePrincipal(world.directory.partition, roleArn, sessionName, tags);
  const credentials = world.keys.issue({
    principal,
    sessionName,
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    transitiveTagKeys: [...new Set([...session.transitiveTagKeys, ...transitive])],
    expiresAt,
  });
  return {
    Credentials: {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: new Date(expiresAt).toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: `${uniqueId('AROA', roleArn)}:${sessionName}`, Arn: principal.arn },
    SourceIdentity: sourceIdentity,
  };
}

function inherited(keys: readonly string[], tags: Principal['sessionTags'], asked: Record<string, string>) {
  const overridden = keys.find((key) => Object.hasOwn(asked, key));
  if (overridden !== undefined)
    throw invalid(`The tag ${overridden} is transitive and cannot be set again in a chain of roles`);
  return Object.fromEntries(keys.map((key) => [key, tags[key] ?? '']));
}

function trusts(role: RoleData, caller: Principal, organizationId: string | undefined): boolean {
  return role.trusted.some(
    (one) => one === caller.accountId || one === caller.roleArn || one === organizationId,
  );
}

function tagContext(
  sessionName: string,
  tags: Readonly<Record<string, string>>,
  transitive: readonly string[],
  input: QueryInput,
): AuthorizationContext {
  const optional = {
    'sts:ExternalId': input.get('ExternalId'),
    'sts:SourceIdentity': input.get('SourceIdentity'),
  };
  return {
    'sts:RoleSessionName': sessionName,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    ...(Object.keys(tags).length > 0 && { 'aws:TagKeys': Object.keys(tags) }),
    ...(transitive.length > 0 && { 'sts:TransitiveTagKeys': transitive }),
    ...Object.fromEntries(
      Object.entries(optional).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  };
}

function duration(text: string | undefined, role: RoleData | undefined, chained: boolean): number {
  const longest = role?.maxSessionSeconds ?? 3600;
  const seconds = text === undefined ? 3600 : Number(text);
  if (!(Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200))
    throw invalid(`DurationSeconds is ${text}, allowed are 900 to 43200`);
  if (chained && seconds > chainSeconds)
    throw invalid(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  if (seconds > longest)
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  return seconds;
}

function required(input: QueryInput, name: string, pattern: RegExp): string {
  const value = input.get(name);
  if (value === undefined || !pattern.test(value))
    throw invalid(`Value '${value ?? 'null'}' at '${name}' failed to satisfy constraint: ${pattern.source}`);
  return value;
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}
