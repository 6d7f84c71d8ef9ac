/** A value as one line of JSON, of well-formed Unicode whatever a text in it was; what is undefined is left out. */
export function jsonLine(value: object): string {
  const wellFormed = (_: string, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part);
  return `${JSON.stringify(value, wellFormed)}\n`;
}
