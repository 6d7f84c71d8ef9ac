import type { Column } from '../question';
import type { ChartRow } from '../charts/chart-row';
import { wholeNumber } from './words';

/** Rows as a table, with a caption that says what they are. */
export function DataTable(props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly ChartRow[];
}) {
  return (
    <div class="scroll" role="region" aria-label={`Numbers: ${props.caption}`} tabindex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ label, type }) => (
              <th scope="col" class={type}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              {props.columns.map(({ name, type }) => (
                <td class={type}>{cellOf(row[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellOf(value: string | number | undefined): string {
  return typeof value === 'number' ? wholeNumber(value) : (value ?? '');
}
