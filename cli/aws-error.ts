import { CommandError } from './command-error';
import { wrongClock } from './wrong-clock';

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

/** What the user can do about an error of credentials, or of the clock that signs with them; undefined for every other one. */
export function credentialsHelp(error: Error): string | undefined {
  return (
    wrongClock(error, new Date()) ?? (Object.hasOwn(needed, error.name) ? needed[error.name] : undefined)
  );
}

/** An error of AWS or of the SDK as one sentence: what was tried, what was answered, what is needed. */
export function awsError(error: unknown, tried: string): CommandError {
  // Said already, such as a full disk.
  if (error instanceof CommandError) return error;
  const { name, message } = error as Error;
  if (message === 'Region is missing') {
    return new CommandError(`${tried} needs a region: give --region or set AWS_REGION`);
  }
  const help = credentialsHelp(error as Error);
  return new CommandError(`${tried} failed: ${help ?? `${name}: ${message}`}`);
}
