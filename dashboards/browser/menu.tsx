import { useMemo } from 'preact/hooks';
import type { Column } from './table';

/** The values of a column to choose from; several at once, as an address may ask for, are one more choice. */
export function Menu(props: {
  readonly column: Column;
  readonly asAnswered: boolean;
  readonly wanted: readonly string[];
  readonly change: (value: string) => void;
}) {
  const { column, asAnswered, wanted, change } = props;
  const values = useMemo(() => valuesOf(column, asAnswered), [column, asAnswered]);
  const chosen = wanted.join('|');
  return (
    <label>
      {column.label}{' '}
      <select value={chosen} onChange={({ currentTarget }) => change(currentTarget.value)}>
        <option value="">all</option>
        {!values.includes(chosen) && chosen !== '' && (
          <option value={chosen}>{wanted.map(words).join(' or ')}</option>
        )}
        {values.map((value) => (
          <option value={value}>{words(value)}</option>
        ))}
      </select>
    </label>
  );
}

function words(value: string): string {
  return value.replaceAll('_', ' ');
}

function valuesOf(column: Column, asAnswered: boolean): string[] {
  const places = column.words.map((_, place) => place);
  const ranks = column.ranks();
  if (!asAnswered) places.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
  return places.map((place) => String(column.words[place] ?? '')).filter((value) => value !== '');
}
