const lf = 0x0a;
const cr = 0x0d;
const byteOrderMark = Buffer.from('\ufeff');

/** The lines of an object as bytes, cut where `textLines` cuts its text. */
export function* lineBytes(content: Uint8Array): Generator<Uint8Array> {
  let start = byteOrderMark.equals(content.subarray(0, byteOrderMark.length)) ? byteOrderMark.length : 0;
  while (start < content.length) {
    let end = start;
    while (end < content.length && content[end] !== lf && content[end] !== cr) end++;
    yield content.subarray(start, end);
    start = end + (content[end] === cr && content[end + 1] === lf ? 2 : 1);
  }
}

/** How many lines an object has at most, and how many bytes the longest, without reading them. */
export function lineSizes(content: Uint8Array): { readonly lines: number; readonly longest: number } {
  let [lines, longest, start] = [1, 0, 0];
  for (let at = 0; at <= content.length; at++) {
    if (at < content.length && content[at] !== lf && content[at] !== cr) continue;
    longest = Math.max(longest, at - start);
    if (at < content.length) lines++;
    start = at + 1;
  }
  return { lines, longest };
}
