import {
  commandQueries,
  dashboardQueries,
  functionQueries,
  savedQueries,
  viewFiles,
} from '../../athena-ddl/sql-files';

const queries = [...savedQueries(), ...functionQueries(), ...dashboardQueries(), ...commandQueries()];
const files = [...viewFiles(), ...queries].map((file) => [file.name, file.text] as const);
const code = (text: string) => text.replaceAll(/'(?:[^']|'')*'|--.*$/gm, "''");

test.each(files)('%s divides by no decimal: Athena would round to its places', (_name, text) => {
  expect(code(text)).not.toMatch(/\d\.\d/);
});
