import { DuckDBDecimalValue, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';

/**
 * A value as JSON knows it: numbers where they are exact, else text; dates as `2026-11-22`, timestamps as
 * `2026-11-22 13:14:52`.
 */
export function plainValue(value: DuckDBValue): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBListValue) return value.items.map(plainValue);
  return typeof value === 'string' ? value : value.toString();
}
