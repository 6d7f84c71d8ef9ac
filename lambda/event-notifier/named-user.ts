import { textOf } from './json';

/** What CloudTrail writes as `userName` where the root user is meant. */
export const rootUserName = 'AWS ROOT USER';

/** What it writes where nobody of that name was known: the text may be a password typed into the wrong field. */
export const hiddenUserName = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** The IAM user that a `userName` names; empty for what stands there in place of one. */
export function namedUser(userName: unknown): string {
  const name = textOf(userName);
  return name === rootUserName || name === hiddenUserName ? '' : name;
}
