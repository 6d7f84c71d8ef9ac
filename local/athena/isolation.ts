import { messageOf } from './errors';

/** An object that cannot be read, with DuckDB's reason. */
export interface Unreadable {
  readonly key: string;
  readonly reason: string;
}

/**
 * The objects among `keys` on which `read` fails, found by halving: a good half costs one read, so that one bad
 * object among thousands costs about as much as reading all of them twice.
 */
export async function findUnreadable(
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<void>,
): Promise<readonly Unreadable[]> {
  if (keys.length === 0) return [];
  try {
    await read(keys);
    return [];
  } catch (error) {
    const [key] = keys;
    if (keys.length === 1 && key !== undefined) return [{ key, reason: reasonOf(error) }];
    const middle = Math.ceil(keys.length / 2);
    const first = await findUnreadable(keys.slice(0, middle), read);
    return [...first, ...(await findUnreadable(keys.slice(middle), read))];
  }
}

/** The lines of DuckDB's message that say what is wrong, without the object's content and the advice. */
function reasonOf(error: unknown): string {
  const lines = messageOf(error).split('\n');
  const [first = ''] = lines;
  const detail = lines.slice(1).find((line) => line !== '' && !line.startsWith('Original Line'));
  const text = /CSV Error on Line/.test(first) && detail !== undefined ? `${first}, ${detail.trim()}` : first;
  return text.replace(/^[A-Za-z ]+ Error: /, '').slice(0, 200);
}
