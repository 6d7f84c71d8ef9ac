import { consoleAddress } from '../text/console-address';
import type { MessageLinks } from './contract';
import type { Link } from './document';

/** A user in the console of its account; undefined where nothing can be opened. */
export function consoleLink(
  links: MessageLinks,
  consoleHost: string,
  accountId: string,
  user: string,
): Link | undefined {
  const url = consoleAddress({ ...links, consoleHost }, accountId, user);
  return url === undefined ? undefined : { words: 'Console', url };
}
