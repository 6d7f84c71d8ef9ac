import { spellOut } from '../../lambda/shared/text/spell-out';

/** Names are hostile text: what cannot be seen shows as its code. */
export function printable(text: string): string {
  return spellOut(text.toWellFormed());
}

/** As `printable`, for a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
