/** A whole number as people read it: `12,345`. */
export function readableNumber(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number with its noun: `1 account`, `1,204 accounts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${readableNumber(count)} ${count === 1 ? one : many}`;
}
