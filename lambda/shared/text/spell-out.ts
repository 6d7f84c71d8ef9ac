/**
 * Characters without a shape of their own: controls, line ends, those that turn the direction of writing, those of no
 * width, fillers and the empty Braille pattern. A name with one of them would pose as another.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u2000-\u200a\u202f\u205f\u2800]/gu;

/**
 * A text with what cannot be seen as its code, on one line: `\u200b`, and `\u{e0041}` beyond four digits, so that no
 * digit behind it is taken for one of the code.
 */
export function spellOut(text: string): string {
  return text.replace(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
