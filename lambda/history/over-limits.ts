import type { ListedObject } from './history-store';
import { maxAccountBytes, maxAccountObjects, maxInputBytes } from './limits';
import { type UnreadReason, unreadReasons } from './unread-reason';

/** `credential-reports/2026/11/22/100000000007-Sandbox.csv`, and the same for a run record. */
const accountOf = /^[^/]+\/\d{4}\/\d{2}\/\d{2}\/(\d{12})/;

/** Objects that are not read for what their list says, by key. An account's objects count in the order of the keys. */
export function overLimits(inputs: readonly ListedObject[]): ReadonlyMap<string, UnreadReason> {
  const over = new Map<string, UnreadReason>();
  const accounts = new Map<string, { bytes: number; objects: number }>();
  for (const { key, size } of inputs) {
    if (size > maxInputBytes) {
      over.set(key, unreadReasons.tooLarge);
      continue;
    }
    const account = accountOf.exec(key)?.[1] ?? '';
    const volume = accounts.get(account) ?? { bytes: 0, objects: 0 };
    accounts.set(account, volume);
    volume.bytes += size;
    volume.objects += 1;
    if (volume.bytes > maxAccountBytes || volume.objects > maxAccountObjects)
      over.set(key, unreadReasons.flood);
  }
  return over;
}
