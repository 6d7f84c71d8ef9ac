import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { accountWords } from '../page/account-words';
import { Severity } from '../page/severity';
import { addressOf } from './address';
import type { Grid } from './result-grid';
import type { Table } from './table';

/** The grid of accounts and controls; a failure leads to its findings. */
export function GridTable({ grid, results }: { readonly grid: Grid; readonly results: Table }) {
  return (
    <div
      class="scroll list-rows"
      role="region"
      aria-label="Table: results by account and control"
      tabindex={0}
    >
      <table class="results">
        <caption class="unseen">Results by account and control</caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" class="integer">
              Passed
            </th>
            {grid.controls.map(({ control, severity }) => (
              <th scope="col" key={control}>
                <a href={addressOf('control', { control })}>
                  <span class="upright">
                    {control} <Severity of={severity} />
                  </span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.accounts.map(({ id, name, cells, passed, isSilent }) => (
            <tr key={id}>
              <th scope="row">
                <a href={addressOf('account', { account_id: id })}>{accountWords(id, name)}</a>
              </th>
              <td class="integer">
                {isSilent ? 'silent' : `${passed} of ${cells.filter((row) => row !== undefined).length}`}
              </td>
              {cells.map((row, place) => (
                <Cell
                  key={place}
                  results={results}
                  row={row}
                  address={addressOf('findings', {
                    account_id: id,
                    control: grid.controls[place]?.control ?? '',
                  })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: {
  readonly results: Table;
  readonly row: number | undefined;
  readonly address: string;
}) {
  const { results, row, address } = props;
  if (row === undefined) return <td />;
  switch (results.text('result', row)) {
    case 'passed':
      return <Mark sign="✓" words="passed" />;
    case 'excepted':
      return <Mark sign="E" words="by exception" />;
    case 'failed': {
      const failed = Number(results.text('failed', row));
      return (
        <td class="fails">
          <a href={address} aria-label={counted(failed, 'finding')}>
            {readableNumber(failed)}
          </a>
        </td>
      );
    }
    default:
      return <Mark sign="–" words="no data" />;
  }
}

function Mark({ sign, words }: { readonly sign: string; readonly words: string }) {
  return (
    <td>
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{words}</span>
    </td>
  );
}
