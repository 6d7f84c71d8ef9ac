import { lineSizes } from '../report/line-bytes';
import { sha256Of } from '../report/sha256';
import { abortIn } from '../shared/runtime/abort-in';
import { inTurns } from '../shared/runtime/in-turns';
import { type HistoryStore, type ListedObject, ObjectChanged } from './history-store';
import {
  bytesAtOnce,
  inputsAtOnce,
  inputTimeoutMs,
  maxInputLines,
  maxLineBytes,
  readsAtATime,
} from './limits';
import { overLimits } from './over-limits';
import { type UnreadReason, unreadReason, unreadReasons } from './unread-reason';

/** An object with its bytes, or why there are none. */
export type ReadInput = ListedObject &
  ({ readonly content: Uint8Array; readonly sha256: string } | { readonly reason: UnreadReason });

/**
 * Reads the objects of a day some at a time, in their order. What cannot be read is named and spoils no other.
 * @throws ObjectChanged when one is no longer what the list shows
 */
export async function* readInputs(
  store: HistoryStore,
  inputs: readonly ListedObject[],
): AsyncGenerator<readonly ReadInput[]> {
  const over = overLimits(inputs);
  for (const batch of batches(inputs.map((input) => ({ ...input, over: over.get(input.key) }))))
    yield await inTurns(batch, readsAtATime, ({ over, ...input }) =>
      over === undefined ? readInput(store, input) : Promise.resolve({ ...input, reason: over }),
    );
}

async function readInput(store: HistoryStore, input: ListedObject): Promise<ReadInput> {
  try {
    const content = await store.readListed(input, abortIn(inputTimeoutMs));
    const { lines, longest } = lineSizes(content);
    if (lines > maxInputLines) return { ...input, reason: unreadReasons.tooManyLines };
    if (longest > maxLineBytes) return { ...input, reason: unreadReasons.longLine };
    return { ...input, content, sha256: sha256Of(content) };
  } catch (error) {
    if (error instanceof ObjectChanged) throw error;
    return { ...input, reason: unreadReason(error) };
  }
}

type Bounded = ListedObject & { readonly over: UnreadReason | undefined };

/** So many objects that memory holds them. */
function* batches(inputs: readonly Bounded[]): Generator<readonly Bounded[]> {
  let batch: Bounded[] = [];
  let bytes = 0;
  for (const input of inputs) {
    const size = input.over === undefined ? input.size : 0;
    if (batch.length === inputsAtOnce || (batch.length > 0 && bytes + size > bytesAtOnce)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(input);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
