/** A value received, as a problem names it: what JSON cannot say in words. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (value === undefined || typeof value === 'number' || typeof value === 'symbol') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object that JSON cannot say';
  }
}
