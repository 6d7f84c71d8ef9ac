import { Fragment } from 'preact';
import { readableNumber } from '../../lambda/shared/text/counted';
import { Severity } from '../page/severity';
import { addressOf } from './address';
import type { Column, Table } from './table';

/** A value as every list shows it, leading on where it does. */
export function Value(props: { readonly table: Table; readonly column: Column; readonly row: number }) {
  const { table, column, row } = props;
  const shown = <Shown column={column} row={row} />;
  const link = linkOf(table, column, row);
  return link === undefined ? shown : <a href={link}>{shown}</a>;
}

/** Columns whose words come of the SQL, with underscores between them. */
const worded = new Set(['credential', 'status', 'change']);

function Shown({ column, row }: { readonly column: Column; readonly row: number }) {
  const value = column.at(row);
  if (typeof value === 'number') return <>{readableNumber(value)}</>;
  const text = value ?? '';
  if (column.name === 'severity' || column.name === 'worst') return <Severity of={text} />;
  if (worded.has(column.name)) return <>{text.replaceAll('_', ' ')}</>;
  return column.isLong ? <Breaking text={text} /> : <Unbroken text={text} />;
}

/** A text whose days stay in one piece. */
function Unbroken({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(\d{4}-\d\d-\d\d)/).map((part, place) =>
        place % 2 === 1 ? (
          <span key={place} class="whole">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** A text that may be broken behind the signs that part names, paths and addresses. */
function Breaking({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[/.:@_=+-])/).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** The page of an account, a user or a control; `*` in an exception is none of them. */
function linkOf(table: Table, column: Column, row: number): string | undefined {
  const text = column.textAt(row);
  if (text === '' || text === '*') return undefined;
  switch (column.name) {
    case 'control':
      return addressOf('control', { control: text });
    case 'account_id':
    case 'account_name':
      return addressOf('account', { account_id: table.text('account_id', row) });
    case 'user_name': {
      const account = table.text('account_id', row);
      return account === '*' ? undefined : addressOf('user', { account_id: account, user_name: text });
    }
    case 'link':
      return text.startsWith('https://') ? text : undefined;
    default:
      return undefined;
  }
}
