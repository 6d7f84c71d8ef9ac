import type { ListName } from '../embedded/encoded-table';
import { accountLists } from './account-lists';
import { controlLists } from './control-lists';
import type { ListDefinition } from './list-definition';
import { userLists } from './user-lists';

/** The lists of the page. */
export const lists: readonly ListDefinition[] = [...controlLists, ...accountLists, ...userLists];

/** @throws Error when the page has no such list */
export function definitionOf(name: ListName): ListDefinition {
  const found = lists.find(({ list }) => list === name);
  if (found === undefined) throw new Error(`the page has no list ${name}`);
  return found;
}
