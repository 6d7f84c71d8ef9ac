import type { CredentialEvent } from './credential-event';
import { tellsOfLeak } from './event-words';

/** So many events of an account are told one by one in a run: one that floods must not bury what others did. */
export const maxToldOfAccount = 50;

/** What a run tells. */
export interface CappedEvents {
  readonly told: ReadonlySet<CredentialEvent>;
  /** How many more each account had; they are kept like the others. */
  readonly more: ReadonlyMap<string, number>;
}

/** Takes each account's oldest events, and every one that tells of a leaked key. */
export function capEvents(events: readonly CredentialEvent[]): CappedEvents {
  const told = new Set<CredentialEvent>();
  const counts = new Map<string, number>();
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (tellsOfLeak(event)) {
      told.add(event);
      continue;
    }
    const count = (counts.get(event.account) ?? 0) + 1;
    counts.set(event.account, count);
    if (count <= maxToldOfAccount) told.add(event);
  }
  const over = [...counts].filter(([, count]) => count > maxToldOfAccount);
  return { told, more: new Map(over.map(([account, count]) => [account, count - maxToldOfAccount])) };
}
