import { membersOf, textOf, type Members } from './json';
import { namedUser } from './named-user';

/**
 * Who did it, as `userIdentity` tells: CloudTrail's event reference names its types. All of it is foreign text.
 * A service that acted in somebody's name is reported too; the console, which signs as one, is not.
 */
export function actorOf(identity: Members): string {
  const context = membersOf(identity['sessionContext']);
  const service = textOf(identity['invokedBy']);
  const source = textOf(context['sourceIdentity']);
  return [
    nameOf(identity, context),
    ...(source === '' ? [] : [`source identity ${source}`]),
    ...(service === '' || notServices.includes(service) || identity['type'] === 'AWSService'
      ? []
      : [`through ${service}`]),
  ].join(', ');
}

const notServices = ['signin.amazonaws.com', 'AWS Internal'];

/** The path of the roles that IAM Identity Center makes; nobody else can make a role there. */
const permissionSetRole =
  /:role\/aws-reserved\/sso\.amazonaws\.com\/(?:[^/]+\/)?AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

function nameOf(identity: Members, context: Members): string {
  const issuer = membersOf(context['sessionIssuer']);
  const type = textOf(identity['type']);
  const user = textOf(identity['userName']);
  const arn = textOf(identity['arn']);
  const session = arn.split('/').at(-1) ?? '';
  switch (type) {
    case 'Root':
      // sts:AssumeRoot, which the management account or a delegated administrator calls.
      return textOf(context['assumedRoot']) === 'true' ? 'the root user, by AssumeRoot' : 'the root user';
    case 'IAMUser':
      return namedUser(user) === '' ? 'a user who is not named' : `user ${user}`;
    case 'AssumedRole': {
      const [, permissionSet] = permissionSetRole.exec(textOf(issuer['arn'])) ?? [];
      return permissionSet === undefined
        ? `role ${textOf(issuer['userName'])}, session ${session}`
        : `${session} of IAM Identity Center, permission set ${permissionSet}`;
    }
    case 'FederatedUser':
      return `federated user ${session} of ${issuer['type'] === 'Root' ? 'the root user' : `user ${textOf(issuer['userName'])}`}`;
    case 'SAMLUser':
    case 'WebIdentityUser':
      return `${user} of ${textOf(identity['identityProvider'])}`;
    case 'IdentityCenterUser':
      return `user ${textOf(membersOf(identity['onBehalfOf'])['userId'])} of IAM Identity Center`;
    case 'AWSAccount':
      return `account ${textOf(identity['accountId'])}`;
    case 'AWSService':
      return textOf(identity['invokedBy']);
    default:
      return arn || user || textOf(identity['principalId']) || type || 'unknown';
  }
}
