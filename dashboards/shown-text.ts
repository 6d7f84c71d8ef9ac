/** Longest text that is shown, in characters; names have at most 128, evidence and reasons somewhat more. */
const mostCharacters = 300;

/** Characters without a shape of their own: controls, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/**
 * Text as a reader may be shown it: what cannot be seen is spelled out, so that no name poses as another, and what is
 * too long is cut. Escaping is left to whoever draws it.
 */
export function shownText(text: string): string {
  const characters = [...text];
  const cut = characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : text;
  return cut.replace(unseen, (character) => `⟨U+${codeOf(character)}⟩`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
