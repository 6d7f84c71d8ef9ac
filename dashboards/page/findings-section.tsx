import { mostFindings, openFindingsSql } from '../listings/open-findings';
import type { PageData } from '../page-data';
import { Query } from './behind-it';
import { Severity } from './severity';
import { readableNumber } from '../../lambda/shared/text/counted';

type Finding = PageData['openFindings']['rows'][number];

/** The worst open findings; the page's script adds filter and sort. */
export function FindingsSection({ data }: { readonly data: PageData }) {
  const { rows } = data.openFindings;
  const all = data.findingCounts.rows.reduce((sum, { open }) => sum + open, 0);
  const excepted = data.findingCounts.rows.reduce((sum, row) => sum + row.excepted, 0);
  return (
    <section class="card full" aria-labelledby="findings-title">
      <h2 id="findings-title">Open findings</h2>
      <p class="summary">
        {all > rows.length
          ? `The ${readableNumber(mostFindings)} worst of ${readableNumber(all)} open findings; the query below gives all.`
          : all === 0
            ? 'No finding is open.'
            : `All ${readableNumber(all)} open findings, the worst first.`}
        {excepted > 0 && ` ${readableNumber(excepted)} more are covered by an exception.`}
      </p>
      <form id="findings-filter" hidden>
        <label>
          Contains <input type="search" name="text" autocomplete="off" />
        </label>
        <label>
          Severity{' '}
          <select name="severity">
            <option value="">all</option>
            {[...new Set(rows.map(({ severity }) => severity))].map((severity) => (
              <option>{severity}</option>
            ))}
          </select>
        </label>
        <output name="shown" />
      </form>
      <div class="scroll tall" role="region" aria-label="Table: open findings" tabindex={0}>
        <table id="findings" role="table">
          <caption class="unseen">Open findings</caption>
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
            {rows.map((row) => (
              <tr role="row">
                <td role="cell">
                  <Severity of={row.severity} />
                </td>
                <td role="cell">{row.control}</td>
                <td role="cell">
                  {row.account_name} <small>{`${row.account_id} ${row.unit}`}</small>
                </td>
                <td role="cell">
                  {row.user_name} <small>{whose(row)}</small>
                </td>
                <td role="cell">
                  {row.evidence}
                  {row.since !== '' && <small>{` since ${row.since}`}</small>}
                  {row.status === 'exception_expired' && <small> its exception ended</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>Query for all open findings</summary>
        <Query title="All open findings" sql={openFindingsSql} />
      </details>
    </section>
  );
}

/** Which key it is and whom to ask, as far as that is known. */
function whose({ key_id: key, owner }: Finding): string {
  return [...(key === '' ? [] : [key]), ...(owner === '' ? [] : [`owner ${owner}`])].join(', ');
}
