import { describedOptions } from './described-options';
import { optionRows, tableOf } from './options-table';

/** What stands below this line of `docs/configuration.md` is made of the sources. */
const mark = '## Every option\n';

/** The page with the table that the sources make; what stands above is written by hand. */
export function configurationPage(page: string): string {
  const [head, ...rest] = page.split(mark);
  if (rest.length !== 1)
    throw new Error(`docs/configuration.md has ${rest.length} headings "${mark.trim()}", needed is one`);
  return `${head}${mark}\n${tableOf(optionRows(describedOptions()))}\n`;
}
