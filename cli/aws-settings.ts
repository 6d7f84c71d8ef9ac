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
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
}
