import type { Change } from './organization-data';

/** The value that holds at a moment: the latest change not after it, else the first value. */
export function valueAt<T>(first: T, changes: readonly Change<T>[] | undefined, now: Date): T {
  let value = first;
  let latest = -Infinity;
  for (const change of changes ?? []) {
    const at = Date.parse(change.at);
    if (at <= now.getTime() && at >= latest) {
      latest = at;
      value = change.to;
    }
  }
  return value;
}

/** Events up to a moment, oldest first; events of the same moment keep their order. */
export function eventsUntil<E extends { readonly at: string }>(
  events: readonly E[] | undefined,
  now: Date,
): E[] {
  return (events ?? [])
    .filter((event) => Date.parse(event.at) <= now.getTime())
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** True from a moment on; false while there is none. */
export function reached(moment: string | undefined, now: Date): boolean {
  return moment !== undefined && Date.parse(moment) <= now.getTime();
}
