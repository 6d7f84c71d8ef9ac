import { controlNames } from '../../controls';
import type { CsvProblem } from '../../csv-lists/csv-lines';
import { checkExceptions, findingKeysSql, unusedExceptions, type FindingKey } from '../../exceptions';
import { readList } from '../lists/read-list';
import { openData, writeWarnings } from '../open-data';
import type { Terminal } from '../terminal';

/**
 * Everything that is wrong with a list of exceptions, in the order of its lines. A row that is malformed is not
 * also held against the data.
 * @throws CommandError for a file or a folder that cannot be read
 */
export async function problemsOfFile(
  file: string,
  dataFolder: string | undefined,
  terminal: Terminal,
): Promise<readonly CsvProblem[]> {
  const csv = readList(file);
  const malformed = checkExceptions(csv, controlNames());
  if (dataFolder === undefined) return malformed;
  const lines = new Set(malformed.map(({ line }) => line));
  const unused = unusedExceptions(csv, await findingsIn(dataFolder, terminal));
  return [...malformed, ...unused.filter(({ line }) => !lines.has(line))].sort((a, b) => a.line - b.line);
}

async function findingsIn(data: string, terminal: Terminal): Promise<FindingKey[]> {
  const athena = await openData({ data }, terminal);
  try {
    const { rows } = await athena.query(findingKeysSql);
    writeWarnings(athena, terminal);
    return rows.map(([accountId, userName, control]) => ({
      accountId: String(accountId),
      userName: String(userName),
      control: String(control),
    }));
  } finally {
    athena.close();
  }
}
