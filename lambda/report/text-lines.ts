import { javaText } from './java-text';

/**
 * The lines of an object as Athena's text tables cut it: at LF, CR or both, whatever is quoted. A byte order mark is
 * passed over, broken UTF-8 becomes U+FFFD, and the end of the last line begins no other.
 */
export function textLines(content: Uint8Array): string[] {
  const lines = javaText(content, 'passed over').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
