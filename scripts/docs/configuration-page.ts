import { describedOptions } from './described-options';
import { optionRows, tableOf } from './options-table';
import { pageBelow } from './page-below';

/** `docs/configuration.md` with the table that the sources make. */
export function configurationPage(page: string): string {
  const table = tableOf(optionRows(describedOptions()));
  return pageBelow(page, 'docs/configuration.md', 'Every option', table);
}
