import { codePoints, cutText } from '../text/cut-text';
import type { Foreign } from './document';

/**
 * A foreign text on one line: line breaks and other control characters, and those that reverse the direction of
 * writing or cannot be seen, show as their code; what is too long is cut and says so.
 */
export function oneLine({ foreign: text, longest }: Foreign): string {
  return cutText(text, longest, codePoints).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
