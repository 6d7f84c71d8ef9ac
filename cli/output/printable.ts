import { spellOut } from '../../lambda/shared/text/spell-out';

/** Names are hostile text: what cannot be seen shows as its code. */
export function printable(text: string): string {
  return spellOut(text.toWellFormed());
}
