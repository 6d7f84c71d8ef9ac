import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { variable, type Environment } from '../shared/runtime/variable';
import { coverageCheckEnvironment as names } from './contract';

/** Where the check asks, and how many silent accounts are tolerated. */
export interface CoverageCheckSettings {
  readonly where: { readonly workGroup: string; readonly database: string };
  readonly bucket: OwnedBucket;
  readonly tolerated: number;
}

/** @throws Error naming a variable that is missing */
export function readSettings(environment: Environment): CoverageCheckSettings {
  const setting = (name: keyof typeof names) => variable(environment, names[name]);
  return {
    where: { workGroup: setting('workGroup'), database: setting('database') },
    bucket: { name: setting('bucket'), owner: setting('bucketOwner') },
    tolerated: Number(setting('toleratedAccounts')),
  };
}
