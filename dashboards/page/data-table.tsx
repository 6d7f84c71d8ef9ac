import { labelOf, type Columns } from '../../athena-ddl/question';
import { readableNumber } from '../../lambda/shared/text/counted';

/** Values by column; null where there is none. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Rows as a table, with a caption that says what they are. */
export function DataTable(props: {
  readonly caption: string;
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
}) {
  const columns = Object.entries(props.columns);
  return (
    <div class="scroll" role="region" aria-label={`Numbers: ${props.caption}`} tabindex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map(([name, { type }]) => (
              <th scope="col" class={type}>
                {labelOf(props.columns, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              {columns.map(([name, { type }]) => (
                <td class={type}>{cellOf(row[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellOf(value: string | number | null | undefined): string {
  return typeof value === 'number' ? readableNumber(value) : (value ?? '');
}
