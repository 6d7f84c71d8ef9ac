import type { AuthorizationContext } from './authorization';
import { userId, type Session } from './principal';
import { header, type WireRequest } from './wire';
import type { World } from './world';

/** The global condition keys of a request. Loopback plays TLS: `aws:SecureTransport` is what the world says. */
export function requestContext(
  world: World,
  session: Session,
  region: string,
  request: WireRequest,
  resourceAccountId: string,
): AuthorizationContext {
  const { directory } = world;
  const now = world.now();
  const { accountId, roleArn, arn, sessionTags } = session.principal;
  const context: Record<string, string | readonly string[]> = {
    'aws:PrincipalAccount': accountId,
    'aws:PrincipalArn': roleArn ?? arn,
    'aws:PrincipalType': roleArn === undefined ? 'User' : 'AssumedRole',
    'aws:userid': userId(session),
    'aws:PrincipalIsAWSService': 'false',
    'aws:ResourceAccount': resourceAccountId,
    'aws:RequestedRegion': region,
    'aws:SecureTransport': String(world.secureTransport),
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
  };
  const put = (key: string, value: string | readonly string[] | undefined) => {
    if (value !== undefined) context[key] = value;
  };
  const member = directory.account(accountId, now);
  put('aws:PrincipalOrgID', directory.organizationIdOf(accountId, now));
  put('aws:PrincipalOrgPaths', member && [directory.path(member.parentId)]);
  put('aws:ResourceOrgID', directory.organizationIdOf(resourceAccountId, now));
  put('aws:SourceIdentity', session.sourceIdentity);
  put('aws:UserAgent', header(request.headers, 'user-agent'));
  for (const [key, value] of Object.entries(sessionTags)) put(`aws:PrincipalTag/${key}`, value);
  return context;
}
