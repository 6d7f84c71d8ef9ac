export function milliseconds(value: number): string {
  return value < 1_000 ? `${value.toFixed(0)} ms` : `${shortened(value / 1_000)} s`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en-US', { maximumFractionDigits: 0 })} MB`;
}

export function times(value: number): string {
  return `${shortened(value)}×`;
}

/** Two decimals at most. */
const shortened = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** The middle of an odd number of runs. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
