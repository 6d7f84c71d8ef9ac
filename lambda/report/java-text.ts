/**
 * Bytes as text, as Java reads them and so Athena: UTF-8, where each broken sequence becomes U+FFFD. It differs from
 * the standard's decoder in halves of a pair of UTF-16: three bytes, or the first two of them, are one sequence to Java.
 */
export function javaText(bytes: Uint8Array, byteOrderMark: 'passed over' | 'kept'): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: byteOrderMark === 'kept' });
  const text = decoder.decode(bytes);
  if (!text.includes('\ufffd')) return text;
  const replaced = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\u00ed[\u00a0-\u00bf][\u0080-\u00bf]?/g, '\u00ef\u00bf\u00bd');
  return decoder.decode(Buffer.from(replaced, 'latin1'));
}
