/** What people take for one character: an emoji of several code points, a letter with its accents. */
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How much of a limit a text takes. */
export type Measure = (text: string) => number;

/** UTF-16 units, as most services count characters; never fewer than code points. */
const utf16Units: Measure = (text) => text.length;
export const codePoints: Measure = (text) => Array.from(text).length;
export const utf8Bytes: Measure = (text) => Buffer.byteLength(text);

/**
 * A text that is at most so long: what is too long ends in an ellipsis, behind a whole character. It is well-formed
 * Unicode, without which the SDK refuses to send it.
 */
export function cutText(text: string, most: number, measure: Measure = utf16Units): string {
  const whole = text.toWellFormed();
  if (measure(whole) <= most) return whole;
  let cut = '';
  let left = most - measure('…');
  for (const { segment } of characters.segment(whole)) {
    left -= measure(segment);
    if (left < 0) break;
    cut += segment;
  }
  return `${cut}…`;
}
