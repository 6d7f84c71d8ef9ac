import type { AthenaAnswer } from '../../lambda/shared/athena/answer-of';

/** Rows with values as the local engine has them: Athena tells every value as text. */
export function typedRows({ columns, rows }: AthenaAnswer): readonly (readonly unknown[])[] {
  return rows.map((row) => row.map((text, index) => typedValue(text, columns[index]?.type ?? 'varchar')));
}

/** Whole numbers beyond 2^53 stay text. */
function typedValue(text: string | null, type: string): unknown {
  if (text === null) return null;
  switch (type) {
    case 'tinyint':
    case 'smallint':
    case 'integer':
    case 'bigint':
      return Number.isSafeInteger(Number(text)) ? Number(text) : text;
    case 'float':
    case 'double':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true';
    case 'timestamp':
      return text.replace(/\.0+$/, '');
    default:
      return text;
  }
}
