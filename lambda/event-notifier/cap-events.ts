import type { CredentialEvent } from './credential-event';
import { isLeak } from './event-words';

/** So many events of an account are reported one by one in a run: one that floods must not bury what others did. */
export const maxReportedOfAccount = 50;

/** What a run reports. */
export interface CappedEvents {
  readonly reported: ReadonlySet<CredentialEvent>;
  /** How many more each account had; they are kept like the others. */
  readonly more: ReadonlyMap<string, number>;
}

/** Takes each account's oldest events, and every one that tells of a leaked key. */
export function capEvents(events: readonly CredentialEvent[]): CappedEvents {
  const reported = new Set<CredentialEvent>();
  const counts = new Map<string, number>();
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (isLeak(event)) {
      reported.add(event);
      continue;
    }
    const count = (counts.get(event.account) ?? 0) + 1;
    counts.set(event.account, count);
    if (count <= maxReportedOfAccount) reported.add(event);
  }
  const over = [...counts].filter(([, count]) => count > maxReportedOfAccount);
  return { reported, more: new Map(over.map(([account, count]) => [account, count - maxReportedOfAccount])) };
}
