import type { Texts } from './event-row';

/** Rows of texts that repeat, each with a number. */
export class NumberedTexts {
  private readonly numbers = new Map<string, number>();
  readonly rows: Texts[] = [];

  numberOf(texts: Texts): number {
    // No text of CloudTrail has either character.
    const key = texts.map((text) => text ?? '\u0002').join('\u0001');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.rows.length);
    return this.rows.push(texts) - 1;
  }
}
