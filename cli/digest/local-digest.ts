import type { Document } from '../../lambda/shared/messages/document';
import { composeDigest } from '../../lambda/digest/compose-digest';
import type { DigestRhythm } from '../../lambda/digest/contract';
import { periodOf } from '../../lambda/digest/period';
import { digestQueryTexts } from '../../lambda/digest/query-texts';
import { askAll } from '../../lambda/digest/compose-deliveries';
import type { TextRow } from '../../lambda/shared/athena/text-row';
import type { LocalAthena, QueryResult } from '../../local/athena';

/** The digest over a folder, from the same queries that Athena runs; its period is that of the folder's `as of`. */
export async function localDigest(athena: LocalAthena, rhythm: DigestRhythm): Promise<Document> {
  const rows = await askAll(async (name) => textRows(await athena.query(digestQueryTexts[name])));
  return composeDigest(rows, periodOf(rhythm, new Date(`${athena.asOf}T12:00:00Z`)));
}

/** Values as Athena answers them: text, or nothing. */
export function textRows({ columns, rows }: QueryResult): TextRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name }, index) => {
        const value = row[index];
        return [name, value === null || value === undefined ? null : `${value as string | number | boolean}`];
      }),
    ),
  );
}
