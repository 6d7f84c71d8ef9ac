/** Escape character of the tables' OpenCSVSerDe, as their DDL sets it. */
export const csvEscape = '\u0001';

const quote = '"';
const separator = ',';

/** What Java calls whitespace: unlike `\s` without the spaces that keep words together. */
const whitespace = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+$/;

/**
 * The fields of one line, exactly as Athena's OpenCSVSerDe cuts it (opencsv 2.3, which Trino follows bug for bug);
 * one that is missing here is NULL there.
 * - A quote may begin anywhere in a field, and stays in it unless it is at the field's edge.
 * - An escape character is never kept; it saves a quote or escape character behind it.
 * - A field whose quote is not closed is lost.
 * - An empty line has no field.
 */
export function csvFields(line: string, escape = csvEscape): string[] {
  if (line === '') return [];
  if (!line.includes(quote) && !line.includes(escape)) return line.split(separator);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  let inside = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const next = line.charAt(at + 1);
    const escapes = (quoted || inside) && (next === quote || (character === escape && next === escape));
    if (character === escape) {
      if (escapes) field += line.charAt(++at);
    } else if (character === quote) {
      if (escapes) field += line.charAt(++at);
      else {
        // A quote at a field's edge, or among the first three characters of the line, is none of its text.
        const isKept = at > 2 && line.charAt(at - 1) !== separator && next !== '' && next !== separator;
        if (isKept) field = whitespace.test(field) ? '' : field + quote;
        quoted = !quoted;
      }
      inside = !inside;
    } else if (character === separator && !quoted) {
      fields.push(field);
      field = '';
      inside = false;
    } else {
      field += character;
      inside = true;
    }
  }
  if (!quoted) fields.push(field);
  return fields;
}
