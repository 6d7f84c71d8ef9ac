/** What is read so far is no JSON. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/** Numbers, literals and white space as JSON has them. */
const number = /-?(?:0(?![0-9])|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** No part of a Java identifier may follow, by code unit. */
const literal =
  /(?:true|false|null)(?=[\u{10000}-\u{10ffff}]|(?![\p{L}\p{Nd}\p{Nl}\p{Mn}\p{Mc}\p{Pc}\p{Sc}\p{Cf}\u007f-\u009f]))/uy;
const space = /[ \t\r\n]*/y;
const plainText = /[^"\\\u0000-\u001f]*/y;

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A value without members: its text and, of a string, that it is one. */
export interface Scalar {
  readonly kind: 'string' | 'number' | 'literal';
  readonly text: string;
}

/**
 * Reads JSON token by token, as the streaming parser of Trino does: what stands behind the value that is asked for is
 * never looked at, so text may be cut off or go on there.
 * @throws JsonError where a token is wrong or missing
 */
export class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** The next character that is no white space, which stays; empty at the end. */
  peek(): string {
    this.match(space);
    return this.text.charAt(this.at);
  }

  /** Takes the character if it comes next. */
  take(character: string): boolean {
    const isNext = this.peek() === character;
    if (isNext) this.at++;
    return isNext;
  }

  expect(character: string): void {
    if (!this.take(character)) throw new JsonError(`no ${character} at ${this.at}`);
  }

  scalar(): Scalar {
    if (this.peek() === '"') return { kind: 'string', text: this.string() };
    const word = this.match(literal);
    if (word !== '') return { kind: 'literal', text: word };
    const digits = this.match(number);
    // Whatever follows ends a number, but a fraction or an exponent that begins must have digits.
    const follows = this.text.charAt(this.at);
    const isCut =
      !/[eE]/.test(digits) && (/[eE]/.test(follows) || (follows === '.' && !digits.includes('.')));
    if (digits === '' || isCut) throw new JsonError(`no value at ${this.at}`);
    return { kind: 'number', text: digits };
  }

  string(): string {
    this.expect('"');
    let value = '';
    for (;;) {
      value += this.match(plainText);
      const character = this.text.charAt(this.at++);
      if (character === '"') return value;
      if (character !== '\\') throw new JsonError(`no end of a string at ${this.at}`);
      value += this.escaped();
    }
  }

  private escaped(): string {
    const character = this.text.charAt(this.at++);
    const known = escapes[character];
    if (known !== undefined) return known;
    const code = character === 'u' ? this.text.slice(this.at, this.at + 4) : '';
    if (!/^[0-9a-fA-F]{4}$/.test(code)) throw new JsonError(`no escape at ${this.at}`);
    this.at += 4;
    return String.fromCharCode(parseInt(code, 16));
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }
}
