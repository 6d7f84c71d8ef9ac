import { CommandError } from './command-error';

const signIn = 'sign in again (aws sso login), or choose other credentials with --profile or AWS_PROFILE';

/** What the user can do about errors of credentials, by the SDK's name of the error. */
const needed: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'no credentials were found in the environment, the profile, SSO or an instance role: set AWS_PROFILE, or sign in with aws sso login',
  TokenProviderError: `the SSO session is over: ${signIn}`,
  ExpiredToken: `the credentials have expired: ${signIn}`,
  ExpiredTokenException: `the credentials have expired: ${signIn}`,
  InvalidClientTokenId: `AWS does not know the access key: ${signIn}`,
  UnrecognizedClientException: `AWS does not know the access key: ${signIn}`,
  SignatureDoesNotMatch: 'the secret access key does not fit the access key id',
};

/** What the user can do about an error of credentials; undefined for every other one. */
export function credentialsHelp(name: string): string | undefined {
  return Object.hasOwn(needed, name) ? needed[name] : undefined;
}

/** An error of AWS or of the SDK as one sentence: what was tried, what was answered, what is needed. */
export function awsError(error: unknown, tried: string): CommandError {
  // Said already, such as a full disk.
  if (error instanceof CommandError) return error;
  const { name, message } = error as Error;
  if (message === 'Region is missing') {
    return new CommandError(`${tried} needs a region: give --region or set AWS_REGION`);
  }
  const help = credentialsHelp(name);
  return new CommandError(`${tried} failed: ${help ?? `${name}: ${message}`}`);
}
