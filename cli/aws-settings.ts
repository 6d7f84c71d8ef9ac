import { clientSettings } from '../lambda/collector/client-settings';

/** How a command reaches AWS; what is left out comes from the SDK's normal chain. */
export interface AwsOptions {
  readonly profile?: string;
  readonly region?: string;
}

/** Settings of every client of a command. */
export function awsSettings({ profile, region }: AwsOptions) {
  return {
    ...clientSettings,
    // Nothing changes a client once it is made, and a command calls the same few operations for every account.
    cacheMiddleware: true,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
}
