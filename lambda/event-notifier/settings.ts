import { notifierEnvironment } from './contract';

/** Where the notifier works, from its environment. @throws Error naming what is missing */
export function readSettings(environment: Readonly<Record<string, string | undefined>>) {
  const required = (name: string) => {
    const value = environment[name];
    if (value === undefined || value === '') throw new Error(`environment variable ${name} is missing`);
    return value;
  };
  return {
    bucket: required(notifierEnvironment.bucket),
    bucketOwner: required(notifierEnvironment.bucketOwner),
    bucketRegion: required(notifierEnvironment.bucketRegion),
    queueUrl: required(notifierEnvironment.queueUrl),
  };
}
