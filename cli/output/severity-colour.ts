import { styleText } from 'node:util';

const styles = {
  critical: ['bold', 'red'],
  high: ['red'],
  medium: ['yellow'],
  low: ['cyan'],
} as const;

/** A text of a column, coloured where it is a severity. */
export function severityColour(column: string, text: string): string {
  const isSeverity = column === 'severity' && Object.hasOwn(styles, text);
  return isSeverity
    ? styleText([...styles[text as keyof typeof styles]], text, { validateStream: false })
    : text;
}
