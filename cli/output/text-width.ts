import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns that a text of one line takes on a terminal: two for a wide character, such as Japanese ones and emoji. */
export function textWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** A text of one line in lines of at most so many columns: broken at spaces, and within longer words. Nothing else of it is lost. */
export function wrapped(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  return wrapAnsi(text, columns, { hard: true, trim: false }).replaceAll('\n ', '\n');
}
