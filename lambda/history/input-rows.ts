import { isUtf8 } from 'node:buffer';
import type { HistorySource } from '../report/history-source';
import { javaText } from '../report/java-text';
import { lineBytes } from '../report/line-bytes';
import { rowOfLine, type Row } from '../report/line-row';
import { textLines } from '../report/text-lines';

/**
 * An object's rows as Athena shows them, with the object's path. A line whose bytes are no UTF-8 is kept as bytes too, since
 * Athena's text of it lacks them.
 */
export function* inputRows(content: Uint8Array, source: HistorySource, path: string): Generator<Row> {
  const isText = isUtf8(content);
  let line = 0;
  for (const bytes of isText ? textLines(content) : lineBytes(content)) {
    if (line++ < source.headerLines) continue;
    if (typeof bytes === 'string') yield [...rowOfLine(bytes, source), path, null];
    else yield [...rowOfLine(javaText(bytes, 'kept'), source), path, lostBytes(bytes)];
  }
}

function lostBytes(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? null : Buffer.from(bytes).toString('base64');
}

/** The one row of an object that was not read: it is there, and nothing of it is known. */
export function unreadRow({ columns }: HistorySource, path: string): Row {
  return [...columns.map(() => null), path, null];
}
