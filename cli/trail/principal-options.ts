import { InvalidArgumentError } from 'commander';
import type { TrailPrincipal } from '../../local/trail';
import { CommandError } from '../command-error';

/** Who is asked for, as the options say it. */
export interface PrincipalOptions {
  readonly user?: string;
  readonly key?: string;
  readonly root?: boolean;
}

/** The one that is asked for. @throws CommandError for none or several */
export function askedPrincipal({ user, key, root }: PrincipalOptions): TrailPrincipal {
  const asked: TrailPrincipal[] = [
    ...(user === undefined ? [] : [{ user }]),
    ...(key === undefined ? [] : [{ key }]),
    ...(root === true ? [{ root }] : []),
  ];
  const [principal] = asked;
  if (principal === undefined || asked.length > 1)
    throw new CommandError('whose use? one of --user NAME, --key AKIA… and --root');
  return principal;
}

/** Whether IAM allows the name. */
export function isUserName(value: string): boolean {
  return /^[\w+=,.@-]{1,64}$/.test(value);
}

/** Whether IAM could make the id, of a user's key or of a session. */
export function isAccessKeyId(value: string): boolean {
  return /^A[KS]IA[A-Z0-9]{12,124}$/.test(value);
}

/** A user's name as an option takes it. */
export function userName(value: string): string {
  if (!isUserName(value))
    throw new InvalidArgumentError(
      'It must be the name of an IAM user: up to 64 letters, digits and +=,.@_-',
    );
  return value;
}

/** An access key's id as an option takes it. */
export function accessKeyId(value: string): string {
  if (!isAccessKeyId(value))
    throw new InvalidArgumentError('It must be the id of an access key, such as AKIAIOSFODNN7EXAMPLE.');
  return value;
}

/** As a sentence names it. */
export function principalText(principal: TrailPrincipal): string {
  if ('user' in principal) return `user ${principal.user}`;
  return 'key' in principal ? `access key ${principal.key}` : 'the root user';
}
