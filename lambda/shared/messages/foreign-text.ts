import { codePoints, cutText } from '../text/cut-text';
import { spellOut } from '../text/spell-out';
import type { Foreign } from './document';

/**
 * A foreign text on one line: line breaks and other control characters, and those that reverse the direction of
 * writing or cannot be seen, show as their code; what is too long is cut and says so.
 */
export function oneLine({ foreign: text, longest }: Foreign): string {
  return spellOut(cutText(text, longest, codePoints));
}
