import { readableNumber } from '../../lambda/shared/text/counted';

/** Room in pixels that a number takes on an axis or beside a mark, with a gap: a digit of 12 pixels is 7 wide. */
export function labelWidth(value: number): number {
  return 18 + 7 * readableNumber(value).length;
}

/** A mark's value as a label shows it. */
export function shownValue({ value }: { readonly value: unknown }): string {
  return typeof value === 'number' ? readableNumber(value) : '';
}
