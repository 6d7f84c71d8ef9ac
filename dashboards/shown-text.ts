import { codePoints, cutText } from '../lambda/shared/text/cut-text';
import { spellOut } from '../lambda/shared/text/spell-out';

/** Longest text that is shown, in characters; names have at most 128, evidence and reasons somewhat more. */
const mostCharacters = 300;

/**
 * Text as a reader may be shown it, by the rule of messages and the terminal: what cannot be seen is spelled out, so
 * that no name poses as another, and what is too long is cut. Escaping is left to whoever draws it.
 */
export function shownText(text: string): string {
  // Most text, of which a page at 1,000 accounts has a million: there is nothing to spell out.
  if (text.length <= mostCharacters && /^[ -~]*$/.test(text)) return text;
  return spellOut(cutText(text, mostCharacters, codePoints));
}
