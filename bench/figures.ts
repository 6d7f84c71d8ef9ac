import { megabytes, milliseconds, times } from './units';

/** What one row can hold, and can aim at. */
export interface Figures {
  /** Exact size in bytes. */
  readonly bytes?: number;
  /** Times what the same takes in another way. */
  readonly ratio?: number;
  /** Milliseconds. */
  readonly time?: number;
  /** Peak resident memory in bytes. */
  readonly memory?: number;
}

const units: Readonly<Record<keyof Figures, (value: number) => string>> = {
  bytes: (value) => `${value.toLocaleString('en-US')} bytes`,
  ratio: times,
  time: milliseconds,
  memory: megabytes,
};
const names = Object.keys(units) as readonly (keyof Figures)[];

/** The figures in words, in one order; `before` stands before each. */
export function figuresText(figures: Figures, before = ''): string {
  return names
    .flatMap((name) => (figures[name] === undefined ? [] : [before + units[name](figures[name])]))
    .join(', ');
}

/** The figures of the aim that were not reached, as `60.50 s (aim: 9.00 s)`. */
export function missedAims(measured: Figures, aim: Figures): readonly string[] {
  return names.flatMap((name) => {
    const [value, most] = [measured[name], aim[name]];
    return value === undefined || most === undefined || value <= most
      ? []
      : [`${units[name](value)} (aim: ${units[name](most)})`];
  });
}
