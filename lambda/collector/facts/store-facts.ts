import { factsKey } from '../../report/object-key';
import type { UserFacts } from '../../report/run-record';
import { sha256Of } from '../../report/sha256';
import type { ObjectStore } from '../../shared/object-store/object-store';
import { reserveMs } from '../contract';
import { inTime } from '../in-time';
import { type FactDependencies, readFacts } from './read-facts';

/**
 * Reads the facts beside a report that is stored, and stores them, unless facts of this day were stored before. Never
 * throws: what goes wrong is a warning, and costs the facts alone.
 */
export async function storeFacts(
  deps: FactDependencies & { readonly store: ObjectStore },
  { accountId, scheduledAt }: { readonly accountId: string; readonly scheduledAt: Date },
  keyHolders: readonly string[],
  warn: (text: string) => void,
): Promise<UserFacts | null> {
  try {
    const sheet = await readFacts(deps, keyHolders);
    const content = Buffer.from(sheet.lines.join(''));
    const key = factsKey(scheduledAt, accountId);
    const outcome = await inTime(deps, reserveMs.put, 'S3', (abortSignal) =>
      deps.store.putNew(key, content, 'application/x-ndjson', abortSignal),
    );
    if (outcome === 'exists') throw new Error('those of an earlier run of the day are kept');
    return { key, bytes: content.length, sha256: sha256Of(content), ...sheet.summary() };
  } catch (error) {
    warn(`the facts beside the report could not be stored: ${String(error)}`);
    return null;
  }
}
