import { GenerateCredentialReportCommand, GetCredentialReportCommand } from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import { reserveMs } from './contract';
import { errorOf, named } from './error-of';
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

/** Errors of a report that is not there (any more), or not yet: the next turn generates it or finds it complete. */
const notThere = /^CredentialReport(NotPresent|Expired|NotReady)Exception$/;
/** 409 "No more capacity to launch new report generation tasks", throttling: on AWS's side, pass by themselves. */
const passing = /^((ReportGeneration)?LimitExceeded|Throttling|TooManyRequests|ServiceFailure)(Exception)?$/;

/**
 * Asks IAM to generate the report and waits until it is there.
 * @throws `ReportTimeoutError` when the time left is over first; what else IAM answers, at once
 */
export async function fetchReport(
  deps: Waiting & { readonly iam: Pick<IAMClient, 'send'> },
): Promise<FetchedReport> {
  const remainingMs = () => deps.remainingMs() - reserveMs.report;
  const abortSignal = deps.abortIn(remainingMs());
  let lastAnswer = 'none';
  for (let turn = 0; ; turn++) {
    let pace = generating;
    try {
      const { State } = await deps.iam.send(new GenerateCredentialReportCommand({}), { abortSignal });
      if (State === 'COMPLETE') {
        const get = new GetCredentialReportCommand({});
        const { Content, GeneratedTime: generatedAt } = await deps.iam.send(get, { abortSignal });
        return { content: Content ?? new Uint8Array(), generatedAt };
      }
      lastAnswer = State ?? 'no state';
    } catch (error) {
      if (abortSignal.aborted) throw timeIsOver(lastAnswer);
      const { name } = errorOf(error);
      if (!notThere.test(name)) {
        if (!passing.test(name) && !isCut(error)) throw error;
        pace = limited;
      }
      lastAnswer = String(error);
    }
    const ceiling = Math.min(pace.longestMs, pace.firstMs * 2 ** Math.min(turn, 10));
    const wait = ceiling * (0.5 + deps.random() / 2);
    if (wait >= remainingMs()) throw timeIsOver(lastAnswer);
    await deps.sleep(wait);
  }
}

/** A cut connection or an answer of 5xx: the SDK has tried again by itself, and the next turn may succeed. */
function isCut(error: unknown): boolean {
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  return (
    ($metadata?.httpStatusCode ?? 0) >= 500 || ['ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(String(code))
  );
}

/** IAM had no report ready in the time that the run had. */
function timeIsOver(lastAnswer: string): Error {
  const late = 'the time for this run is over and the report is not ready';
  return named('ReportTimeoutError', `${late}, last answer of IAM: ${lastAnswer}`);
}
