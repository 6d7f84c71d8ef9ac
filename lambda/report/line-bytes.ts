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

/** How many lines an object has at most, without reading them. */
export function lineCount(content: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < content.length; at++) if (content[at] === lf || content[at] === cr) count++;
  return count;
}
