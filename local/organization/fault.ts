import { ServiceError } from './service-error';

/** What goes wrong. */
export type FaultKind =
  /** The service's own throttling error. */
  | 'throttling'
  /** `LimitExceeded`, 409; of IAM's report generation only. */
  | 'limit-exceeded'
  /** The report stays in the making: INPROGRESS from GenerateCredentialReport, `ReportInProgress` from GetCredentialReport. */
  | 'in-progress'
  | 'access-denied'
  /** The service's own internal error, 5xx. */
  | 'server-error'
  /** Another write won: `ConditionalRequestConflict`, 409; of S3's PutObject only. */
  | 'conflict'
  /** The connection ends before anything was done. */
  | 'cut-connection'
  /** The work is done, then the connection ends without an answer. */
  | 'lost-answer'
  /** Nothing is done and no answer comes; `102 Processing` tells whoever plays with clocks that none will. */
  | 'no-answer'
  /** The answer comes late, by `milliseconds` of real time. */
  | 'slow'
  /** The error given in `error`. */
  | 'error';

/** A planted fault. What is left out matches everything. */
export interface Fault {
  /** The account whose credentials make the call. */
  readonly account?: string;
  /** As in policies: `iam:GenerateCredentialReport`. */
  readonly action: string;
  /** UTC day of the organization's clock, `YYYY-MM-DD`. */
  readonly day?: string;
  /** How many calls it hits, counted per account and day. @default every call */
  readonly times?: number;
  readonly kind: FaultKind;
  /** Delay of `slow`, in milliseconds. @default 100 */
  readonly milliseconds?: number;
  /** The error of `error`. */
  readonly error?: { readonly code: string; readonly status: number; readonly message: string };
}

/** Hands planted faults out, each as often as it says. */
export class FaultPlan {
  private readonly counts = new Map<string, number>();
  private readonly faults: Fault[];

  constructor(faults: readonly Fault[]) {
    this.faults = [...faults];
  }

  /** The first fault that hits this call. */
  take(action: string, account: string, now: Date): Fault | undefined {
    const day = now.toISOString().slice(0, 10);
    for (const [index, fault] of this.faults.entries()) {
      const { times = Infinity } = fault;
      const key = `${index} ${account} ${day}`;
      const count = this.counts.get(key) ?? 0;
      const applies =
        fault.action === action && (fault.account ?? account) === account && (fault.day ?? day) === day;
      if (!applies || count >= times) continue;
      this.counts.set(key, count + 1);
      return fault;
    }
    return undefined;
  }
}

/** The given error of an `error` fault. */
export function plantedError(fault: Fault): ServiceError {
  if (fault.error === undefined)
    throw new Error(`the fault of ${fault.action} has the kind "error" but no error`);
  return new ServiceError(fault.error.code, fault.error.status, fault.error.message);
}
