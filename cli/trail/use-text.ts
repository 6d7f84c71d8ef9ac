import { resultText, type ResultStyle } from '../output/result-text';
import { useColumns, type CredentialUse } from '../../local/trail';
import { summedUses, type SummedUse } from './summed-use';

/** Use for a person, by service, attempts apart; for a program the rows of the view. */
export function useText(uses: readonly CredentialUse[], style: ResultStyle): string {
  if (style.format !== 'table')
    return resultText(
      useColumns,
      uses.map((use) => useColumns.map((name) => use[name])),
      style,
    );
  const summed = summedUses(uses);
  const used = summed.filter(({ error }) => error === null);
  const tried = summed.filter(({ error }) => error !== null);
  return `${partText('Used', ['service', 'event', ...common], used.map(usedCells), style)}\n${partText(
    'Attempted',
    ['service', 'event', 'error', ...common],
    tried.map(triedCells),
    style,
  )}`;
}

function partText(
  name: string,
  header: readonly string[],
  rows: readonly (readonly unknown[])[],
  style: ResultStyle,
): string {
  return rows.length === 0 ? `${name}: nothing\n` : `${name}\n${resultText(header, rows, style)}`;
}

const common = ['calls', 'first (UTC)', 'last (UTC)', 'regions', 'from', 'resources'];

const usedCells = (use: SummedUse) => [use.service, use.event, ...commonCells(use)];

const triedCells = (use: SummedUse) => [use.service, use.event, use.error, ...commonCells(use)];

function commonCells({ calls, firstAt, lastAt, regions, addresses, resources, isCut }: SummedUse) {
  return [
    calls,
    firstAt.slice(0, 16),
    lastAt.slice(0, 16),
    regions.join(', '),
    shortList(addresses, isCut),
    shortList(resources, isCut),
  ];
}

/** Values that a table names of a list; every one is in the other formats. */
const mostNamed = 2;

function shortList(values: readonly string[], isCut: boolean): string {
  const more = values.length - mostNamed;
  const shown = values.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown} and ${more}${isCut ? ' or' : ''} more` : shown;
}
