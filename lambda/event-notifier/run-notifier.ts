import { embeddedMetrics } from '../shared/metrics/embedded-metrics';
import { messageOf } from '../shared/runtime/message-of';
import { deadLettersMetric, oldestEventMetric } from './contract';
import { NotifyError, notifyEvents, type NotifyDependencies } from './notify-events';
import { watchAge } from './watch-age';

export interface NotifierDependencies extends NotifyDependencies {
  /** How many messages could not be reported three times. */
  readonly deadLetters: () => Promise<number>;
  /** Writes a line into the log, as it is. */
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/**
 * Notifies people of the events of the queue, and measures the dead letters and how long events waited, whichever of them fails.
 * @throws NotifyError naming what failed
 */
export async function runNotifier(deps: NotifierDependencies): Promise<void> {
  const { queue, oldestSeconds } = watchAge(deps.queue, deps.now);
  const outcomes = await Promise.allSettled([measure(deps), notifyEvents({ ...deps, queue })]);
  const [, notified] = outcomes;
  deps.write(embeddedMetrics({ [oldestEventMetric]: oldestSeconds() }, deps.now(), 'Seconds'));
  if (notified.status === 'fulfilled' && notified.value > 0)
    deps.write(JSON.stringify({ notified: notified.value }));
  const problems = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [messageOf(outcome.reason)] : [],
  );
  if (problems.length > 0) throw new NotifyError(problems.join('; '));
}

async function measure({ deadLetters, write, now }: NotifierDependencies): Promise<void> {
  const count = await deadLetters();
  write(embeddedMetrics({ [deadLettersMetric]: count }, now()));
}
