import { figuresText, type Figures } from './figures';
import type { RowName } from './rows';

/** What was measured of a row. */
export interface Measurement extends Figures {
  readonly row: RowName;
  /** What was seen beside, in words. */
  readonly beside?: string;
}

/** Figures, and what was seen beside. */
export function resultText(measured: Omit<Measurement, 'row'>): string {
  return [figuresText(measured), ...(measured.beside === undefined ? [] : [measured.beside])].join('; ');
}
