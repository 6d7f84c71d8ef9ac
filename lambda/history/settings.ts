import type { OwnedBucket } from '../shared/object-store/owned-bucket';
import { variable, type Environment } from '../shared/runtime/variable';
import { historyEnvironment as names } from './contract';

/** Whose history is written. */
export interface HistorySettings {
  readonly bucket: OwnedBucket;
  readonly retentionDays: number;
}

/** @throws Error naming a variable that is missing */
export function readSettings(environment: Environment): HistorySettings {
  const setting = (name: keyof typeof names) => variable(environment, names[name]);
  return {
    bucket: { name: setting('bucket'), owner: setting('bucketOwner') },
    retentionDays: Number(setting('retentionDays')),
  };
}
