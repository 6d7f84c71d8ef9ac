import { GenerateCredentialReportCommand, GetCredentialReportCommand } from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { Waits } from '../shared/runtime/waits';

/** Time, as a run sees it. */
export interface Waiting extends Waits {
  readonly now: () => Date;
  /** Milliseconds left. */
  readonly remainingMs: () => number;
  /** Gives calls up when so many milliseconds are over. */
  readonly abortIn: (milliseconds: number) => AbortSignal;
}

/** A report as IAM returned it. */
export interface FetchedReport {
  readonly content: Uint8Array;
  /** Up to 4 hours ago: IAM generates a report at most every 4 hours. */
  readonly generatedAt: Date | undefined;
}

/** First and longest wait in milliseconds; in between each is twice the last. */
interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** A report of 52 users took 2 s; one of 5,000 users takes longer. */
const generating: Pace = { firstMs: 1_000, longestMs: 15_000 };
/** Capacity and request limits are shared with others: ask less often. */
const limited: Pace = { firstMs: 4_000, longestMs: 60_000 };

/** What an answer of IAM that is no report means; anything else ends the run. */
const paceOfError: Readonly<Record<string, Pace>> = {
  // Not there (any more), or not yet: the next turn generates it or finds it complete.
  CredentialReportNotPresentException: generating,
  CredentialReportExpiredException: generating,
  CredentialReportNotReadyException: generating,
  // 409 "No more capacity to launch new report generation tasks": on AWS's side, passes by itself.
  LimitExceededException: limited,
  ReportGenerationLimitExceededException: limited,
  Throttling: limited,
  ThrottlingException: limited,
  TooManyRequestsException: limited,
  ServiceFailureException: limited,
};

/**
 * Asks IAM to generate the report and waits until it is there.
 * @throws ReportTimeoutError when the time left is over first; what else IAM answers, at once
 */
export async function fetchReport(
  deps: Waiting & { readonly iam: Pick<IAMClient, 'send'> },
): Promise<FetchedReport> {
  const abortSignal = deps.abortIn(deps.remainingMs());
  let lastAnswer = 'none';
  for (let turn = 0; ; turn++) {
    let pace = generating;
    try {
      const { State } = await deps.iam.send(new GenerateCredentialReportCommand({}), { abortSignal });
      if (State === 'COMPLETE') {
        const { Content, GeneratedTime } = await deps.iam.send(new GetCredentialReportCommand({}), {
          abortSignal,
        });
        return { content: Content ?? new Uint8Array(), generatedAt: GeneratedTime };
      }
      lastAnswer = State ?? 'no state';
    } catch (error) {
      if (abortSignal.aborted) throw new ReportTimeoutError(lastAnswer);
      const { name, message } = error as Error;
      const known = paceOfError[name] ?? (isPassing(error) ? limited : undefined);
      if (known === undefined) throw error;
      pace = known;
      lastAnswer = `${name}: ${message}`;
    }
    const ceiling = Math.min(pace.longestMs, pace.firstMs * 2 ** Math.min(turn, 10));
    const wait = ceiling * (0.5 + deps.random() / 2);
    if (wait >= deps.remainingMs()) throw new ReportTimeoutError(lastAnswer);
    await deps.sleep(wait);
  }
}

/** A cut connection or an answer of 5xx: the SDK has tried again by itself, and the next turn may succeed. */
function isPassing(error: unknown): boolean {
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  return (
    ($metadata?.httpStatusCode ?? 0) >= 500 || ['ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(String(code))
  );
}

/** IAM had no report ready in the time that the run had. */
export class ReportTimeoutError extends Error {
  override readonly name = 'ReportTimeoutError';
  constructor(lastAnswer: string) {
    super(`the time for this run is over and the report is not ready, last answer of IAM: ${lastAnswer}`);
  }
}
