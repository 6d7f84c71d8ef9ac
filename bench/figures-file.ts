import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from './measurement';
import { rowNames, type RowName } from './rows';

/** Where and when a row was measured. */
export interface Machine {
  /** `yyyy-MM-dd`, UTC. */
  readonly day: string;
  /** Version of Node.js, without its `v`. */
  readonly node: string;
  readonly cores: number;
  /** Bytes. */
  readonly totalMemory: number;
}

/** The newest measurement of a row. */
export type Kept = Omit<Measurement, 'row' | 'printed'> & Machine;

/** Of every row that was measured, by its name. */
export type KeptFigures = Readonly<Partial<Record<RowName, Kept>>>;

export const figuresFile = join(__dirname, 'figures.json');

export function readFigures(file = figuresFile): KeptFigures {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptFigures) : {};
}

/** Replaces the rows that were measured; the others stay, but for those that are measured no more. */
export function keepFigures(
  measurements: readonly Measurement[],
  machine: Machine,
  file = figuresFile,
): void {
  const fresh = new Map(
    measurements.map(({ row, printed: _, ...measured }) => [row, { ...machine, ...measured }]),
  );
  const before = readFigures(file);
  const kept = rowNames.flatMap((row) => {
    const figures = fresh.get(row) ?? before[row];
    return figures === undefined ? [] : [[row, figures]];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), rounded, 2)}\n`);
}

/** Three decimals are more than any run repeats. */
function rounded(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}
