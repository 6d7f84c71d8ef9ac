import type { HistorySource } from '../report/history-source';
import { isFolderMarker, isPassedOver } from '../report/passed-over';
import type { HistoryStore, ListedObject } from './history-store';
import { maxDayObjects } from './limits';

/**
 * The objects of a day that Athena reads, in the order of their keys.
 * @throws Error when there are more than can be, and what the store throws
 */
export async function dayInputs(
  store: HistoryStore,
  { name }: HistorySource,
  day: string,
): Promise<readonly ListedObject[]> {
  const prefix = `${name}/${day}/`;
  const inputs: ListedObject[] = [];
  for await (const object of store.list(prefix)) {
    const names = object.key.slice(prefix.length).split('/');
    const last = names.at(-1) ?? '';
    if (last === '' || names.some(isPassedOver) || isFolderMarker(last, () => object.size)) continue;
    inputs.push(object);
    if (inputs.length > maxDayObjects)
      throw new Error(`${prefix} holds more objects than a day can have, which are ${maxDayObjects}`);
  }
  return inputs.sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)));
}

/** Whether two lists show the same objects. */
export function isSameList(some: readonly ListedObject[], others: readonly ListedObject[]): boolean {
  const text = (objects: readonly ListedObject[]) =>
    JSON.stringify(objects.map(({ key, size, etag }) => [key, size, etag]));
  return text(some) === text(others);
}
