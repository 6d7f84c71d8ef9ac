import { counted, readableNumber } from '../../lambda/shared/text/counted';
import { addressOf } from '../browser/address';
import type { PageData } from '../page-data';
import { Query } from './query';
import { Severity } from './severity';

type Finding = PageData['findings']['rows'][number];

/** So many are shown with the overview; the list of findings, which needs a script, has all. */
const mostFindings = 20;

/** The worst open findings. */
export function FindingsSection({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.findings;
  const worst = rows.filter(({ status }) => status !== 'excepted').slice(0, mostFindings);
  const all = data.findingCounts.rows.reduce((sum, { open }) => sum + open, 0);
  const excepted = data.findingCounts.rows.reduce((sum, row) => sum + row.excepted, 0);
  return (
    <section class="card full" aria-labelledby="findings-title">
      <h2 id="findings-title">Open findings</h2>
      <p class="summary">
        {all > worst.length
          ? `The ${mostFindings} worst of ${readableNumber(all)} open findings.`
          : all === 0
            ? 'No finding is open.'
            : `All ${counted(all, 'open finding')}, the worst first.`}
        {excepted > 0 && ` ${counted(excepted, 'more is', 'more are')} covered by an exception.`}{' '}
        <a href="#findings">All findings, to filter, sort and download</a>
      </p>
      <div class="scroll" role="region" aria-label="Table: the worst open findings" tabindex={0}>
        <table id="worst" class="list" role="table">
          <caption class="unseen">The worst open findings</caption>
          <thead role="rowgroup">
            <tr role="row">
              {['Severity', 'Control', 'Account', 'User', 'Evidence'].map((label) => (
                <th role="columnheader" scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {worst.map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>Query for all findings</summary>
        <Query title="All findings" sql={asked.sql} />
      </details>
    </section>
  );
}

function Row({ row }: { readonly row: Finding }) {
  return (
    <tr role="row">
      <td role="cell" data-label="Severity">
        <Severity of={row.severity} />
      </td>
      <td role="cell" data-label="Control">
        <a href={addressOf('control', { control: row.control })}>{row.control}</a>
      </td>
      <td role="cell" class="long" data-label="Account">
        <a href={addressOf('account', { account_id: row.account_id })}>
          {row.account_name || row.account_id}
        </a>{' '}
        <small>{`${row.account_id} ${row.unit}`}</small>
      </td>
      <td role="cell" class="long" data-label="User">
        <a href={addressOf('user', { account_id: row.account_id, user_name: row.user_name })}>
          {row.user_name}
        </a>{' '}
        <small>{whose(row)}</small>
      </td>
      <td role="cell" class="long" data-label="Evidence">
        {row.evidence}
        {row.since !== '' && <small>{` since ${row.since}`}</small>}
        {row.status === 'exception_expired' && <small> its exception ended</small>}
      </td>
    </tr>
  );
}

/** Which key it is and whom to ask, as far as that is known. */
function whose({ key_id: key, owner }: Finding): string {
  return [...(key === '' ? [] : [key]), ...(owner === '' ? [] : [`owner ${owner}`])].join(', ');
}
