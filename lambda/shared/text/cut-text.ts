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
  return `${whole.slice(0, endWithin(whole, most - measure('…'), measure))}…`;
}

/** Where the last whole character ends that fits; asking for one segment is linear, going through them all is not. */
function endWithin(text: string, most: number, measure: Measure): number {
  let left = most;
  let end = 0;
  for (const codePoint of text) {
    left -= measure(codePoint);
    if (left < 0) break;
    end += codePoint.length;
  }
  return characters.segment(text).containing(end)?.index ?? end;
}
