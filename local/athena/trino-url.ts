import { javaText } from '../../lambda/report/java-text';

/**
 * What Trino's `url_decode` answers: `+` is a space, bytes that are no UTF-8 become U+FFFD.
 * @throws Error for a `%` without two hex digits behind it
 */
export function urlDecode(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-fA-F]{2})+|%/g, (escapes) => {
    if (escapes === '%') throw new Error(`no two hex digits behind a % in ${JSON.stringify(text)}`);
    return javaText(Buffer.from(escapes.replaceAll('%', ''), 'hex'), 'kept');
  });
}
