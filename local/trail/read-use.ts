import type { CredentialUse } from './credential-use';
import { TrailError } from './errors';
import { EventTable } from './event-table';
import { fileRows, type FileRows } from './file-rows';
import type { FilePlan } from './plan-files';
import { readAhead } from './read-ahead';
import { recordsOf } from './records-of';
import type { FileNotRead, TrailScope } from './trail-scope';

/** What a trail tells of a selection. */
export interface TrailUse {
  readonly uses: readonly CredentialUse[];
  readonly scope: TrailScope;
}

const nothing: Omit<FileRows, 'flaws'> = { rows: [], dataEventSources: new Set() };

/**
 * Reads the files of a plan, and says of each that could not be read why; the others answer.
 * @param done called after each file
 * @throws what a place throws that is no TrailError: it cannot be read any more
 */
export async function readUse(plan: FilePlan, done: (file: string) => void): Promise<TrailUse> {
  const { place, selection, files, regions, daysWithoutFiles } = plan;
  const { accountId, from, to } = selection;
  const table = await EventTable.open(accountId);
  const filesNotRead: FileNotRead[] = [];
  const sources = new Set<string>();
  try {
    for await (const { item, read } of readAhead(files, (file) => place.read(file))) {
      const { rows, dataEventSources, flaws } = await read
        .then(recordsOf)
        .then((records) => fileRows(records, item.region, accountId))
        .catch((error: unknown): FileRows => {
          if (!(error instanceof TrailError)) throw error;
          return { ...nothing, flaws: [error.message] };
        });
      table.add(rows);
      for (const source of dataEventSources) sources.add(source);
      filesNotRead.push(...flaws.map((reason) => ({ file: item.path, reason })));
      done(item.path);
    }
    const scope: TrailScope = {
      origin: 'files',
      from,
      to,
      regions,
      daysWithoutFiles,
      dataEventSources: [...sources].sort(),
      files: files.length,
      filesNotRead,
    };
    return { uses: await table.uses(selection), scope };
  } finally {
    table.close();
  }
}
