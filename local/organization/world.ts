import type { Authorizer } from './authorization';
import type { Directory } from './directory';
import type { FaultPlan } from './fault';
import type { KeyRing } from './key-ring';

/** What all services share. */
export interface World {
  readonly directory: Directory;
  readonly keys: KeyRing;
  readonly faults: FaultPlan;
  readonly authorizer: Authorizer;
  readonly now: () => Date;
  /** Value of `aws:SecureTransport`. */
  readonly secureTransport: boolean;
}
