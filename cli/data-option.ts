import { Option } from 'commander';
import type { Terminal } from './terminal';

/** The variable that names the folder where `--data` is left out. */
export const dataVariable = 'CREDENTIAL_REPORT_DATA';

/** `--data`, the same for every command that must have a folder; it may come from the environment. */
export function dataOption({ environment }: Terminal): Option {
  const option = new Option(
    '--data <folder>',
    `folder laid out as the bucket, with credential-reports/YYYY/MM/DD/ and its neighbours; $${dataVariable} where it is left out`,
  );
  const folder = environment[dataVariable];
  return folder === undefined || folder === '' ? option : option.default(folder);
}
