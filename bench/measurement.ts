import { figuresText, type Figures } from './figures';
import type { RowName } from './rows';

/** What was measured of a row. */
export interface Measurement extends Figures {
  readonly row: RowName;
  /** What was seen beside, in words. */
  readonly beside?: string;
  /** What the terminal shows in more words, and nobody keeps. */
  readonly printed?: string;
}

/** Figures, and what was seen beside. */
export function resultText(measured: Omit<Measurement, 'row' | 'printed'>): string {
  return [figuresText(measured), ...(measured.beside === undefined ? [] : [measured.beside])].join('; ');
}
