import { JsonError, JsonReader, type Scalar } from './json-reader';

/** What Trino's `json_extract_scalar` answers: NULL for objects, arrays, null, and for text that is no JSON up to there. */
export function jsonExtractScalar(text: string, path: string): string | null {
  return atPath(text, path, (reader) => {
    if (['{', '['].includes(reader.peek())) return null;
    const { kind, text: value } = reader.scalar();
    return kind === 'literal' && value === 'null' ? null : value.replaceAll(half, '?');
  });
}

/** What Trino's `json_format(json_extract(…))` answers: the value written anew, in the order of its text. */
export function jsonExtract(text: string, path: string): string | null {
  return atPath(text, path, writeValue);
}

/** Half of a pair of code units; Java writes it as a question mark. */
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Steps of a path such as `$.error.name`; no other kind is asked for. */
function keysOf(path: string): readonly string[] {
  if (!/^\$(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/.test(path)) throw new Error(`unknown kind of JSON path: ${path}`);
  return path.split('.').slice(1);
}

function atPath(text: string, path: string, read: (reader: JsonReader) => string | null): string | null {
  try {
    const reader = new JsonReader(text);
    for (const key of keysOf(path)) if (!enter(reader, key)) return null;
    return read(reader);
  } catch (error) {
    if (error instanceof JsonError) return null;
    throw error;
  }
}

/** Goes to the first member of that name. */
function enter(reader: JsonReader, key: string): boolean {
  reader.expect('{');
  if (reader.take('}')) return false;
  for (;;) {
    const name = reader.string();
    reader.expect(':');
    if (name === key) return true;
    writeValue(reader);
    if (reader.take('}')) return false;
    reader.expect(',');
  }
}

function writeValue(reader: JsonReader): string {
  const next = reader.peek();
  if (next === '{')
    return writeMembers(reader, '{', '}', () => {
      const name = quoted(reader.string());
      reader.expect(':');
      return `${name}:${writeValue(reader)}`;
    });
  if (next === '[') return writeMembers(reader, '[', ']', () => writeValue(reader));
  return writeScalar(reader.scalar());
}

function writeMembers(reader: JsonReader, open: string, close: string, member: () => string): string {
  reader.expect(open);
  const members: string[] = [];
  if (!reader.take(close)) {
    do members.push(member());
    while (reader.take(','));
    reader.expect(close);
  }
  return `${open}${members.join(',')}${close}`;
}

function writeScalar({ kind, text }: Scalar): string {
  if (kind === 'string') return quoted(text);
  if (kind === 'literal') return text;
  return /[.eE]/.test(text) ? javaDouble(Number(text)) : text.replace(/^-0$/, '0');
}

/** Jackson writes what lies beyond the basic plane, and halves of it, as escapes. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text).replaceAll(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  );
  return escaped.replaceAll(/\\u([0-9a-f]{4})/g, (_whole, code: string) => `\\u${code.toUpperCase()}`);
}

/** As Java writes a double. */
function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
