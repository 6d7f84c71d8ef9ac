import { Severity } from '../page/severity';
import { addressOf } from './address';
import type { ListDefinition } from './list-definition';
import type { Table } from './table';

/** Where names lead, in every list. */
function linkOf(table: Table, column: string, row: number): string | undefined {
  const text = table.text(column, row);
  if (text === '' || text === '*') return undefined;
  if (column === 'control') return addressOf('control', { control: text });
  return undefined;
}

/** A severity in its colour, words of the SQL without underscores. */
function cellOf(column: string, text: string) {
  if (column === 'severity') return <Severity of={text} />;
  return column === 'credential' || column === 'status' ? text.replaceAll('_', ' ') : text;
}

export const lists: readonly ListDefinition[] = [
  {
    name: 'findings',
    title: 'Findings',
    one: 'finding',
    key: ['account_id', 'user_name', 'control', 'credential'],
    menus: ['severity', 'control', 'account_name', 'unit', 'owner', 'status'],
    shown: [
      'severity',
      'control',
      'account_name',
      'account_id',
      'user_name',
      'credential',
      'evidence',
      'since',
      'owner',
    ],
    preset: { status: ['open', 'exception_expired'] },
    asAnswered: ['severity'],
    link: linkOf,
    cell: cellOf,
  },
];
