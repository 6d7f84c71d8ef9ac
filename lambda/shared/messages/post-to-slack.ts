import { cutText } from '../text/cut-text';
import type { SlackMessage } from './slack';

/** What posting works with. */
export interface SlackDependencies {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Longest wait for an answer, in milliseconds. @default 10,000 */
  readonly timeoutMs?: number;
  /** Longest pause that is waited for, in seconds: Slack usually asks for 1 to 30. @default 60 */
  readonly maxPauseSeconds?: number;
}

/** Slack allows about one message a second; more turns than this mean that somebody floods the channel. */
const maxAttempts = 4;

/** Slack did not take the message, or did not say so. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
}

/**
 * Posts one message to an incoming webhook. Only a 429 is tried again, after the time that Slack names: it is the one
 * refusal that passes. After a 500 or without an answer nobody knows whether the message arrived.
 * @throws SlackError with Slack's answer, never with the address
 */
export async function postToSlack(url: URL, message: SlackMessage, deps: SlackDependencies): Promise<void> {
  const { maxPauseSeconds = 60 } = deps;
  for (let attempt = 1; ; attempt++) {
    const answer = await post(url, message, deps);
    if (answer.ok) return;
    const pause = Number(answer.headers.get('retry-after') ?? '1');
    const again = answer.status === 429 && attempt < maxAttempts && pause >= 0 && pause <= maxPauseSeconds;
    if (!again) throw new SlackError(await refusal(answer));
    await answer.body?.cancel();
    await deps.sleep(pause * 1_000);
  }
}

async function post(url: URL, message: SlackMessage, { fetch, timeoutMs = 10_000 }: SlackDependencies) {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      // A redirect would hand the message to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
    throw new SlackError(
      name === 'TimeoutError'
        ? `Slack gave no answer within ${timeoutMs / 1_000} seconds, the message may have arrived`
        : `Slack could not be reached: ${typeof cause?.code === 'string' ? cause.code : 'the connection failed'}`,
    );
  }
}

async function refusal(answer: Response): Promise<string> {
  const pause = answer.headers.get('retry-after');
  const text = await answer.text().catch(() => '');
  return `Slack answered ${answer.status} ${cutText(text, 100)}${pause === null ? '' : `, try again in ${pause} seconds`}`;
}
