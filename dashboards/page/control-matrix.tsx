import { addressOf } from '../browser/address';
import type { PageData } from '../page-data';
import type { RowOf } from '../../athena-ddl/question';
import type { findingsByControl } from '../questions/findings-by-control';
import { BehindIt } from './behind-it';
import { Severity } from './severity';
import { readableNumber } from '../../lambda/shared/text/counted';

type Row = RowOf<typeof findingsByControl>;

/** More units than these do not fit: the others are summed up. */
const mostUnits = 7;

/** Controls by organizational units, the worst control first and the unit with most findings first. */
export function ControlMatrix({ data }: { readonly data: PageData }) {
  const { asked, rows } = data.findingsByControl;
  const units = unitsByFindings(rows);
  const shown = units.length > mostUnits ? units.slice(0, mostUnits - 1) : units;
  const others = units.length - shown.length;
  const controls = [...new Set(rows.map(({ control, severity }) => `${severity} ${control}`))];
  const most = Math.max(1, ...rows.map(({ findings }) => findings));
  return (
    <section class="card full" aria-labelledby={`${asked.id}-title`}>
      <h2 id={`${asked.id}-title`}>{asked.title}</h2>
      <div class="scroll" role="region" aria-label={`Table: ${asked.title}`} tabindex={0}>
        <table class="matrix">
          <caption class="unseen">{asked.title}: number of open findings</caption>
          <thead>
            <tr>
              <th scope="col">Control</th>
              {shown.map((unit) => (
                <th scope="col" class="integer">
                  {unit}
                </th>
              ))}
              {others > 0 && (
                <th scope="col" class="integer">
                  {others} other units
                </th>
              )}
              <th scope="col" class="integer">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {controls.map((words) => {
              const [severity = '', control = ''] = words.split(' ');
              const found = (unit?: (unit: string) => boolean) => sum(rows, severity, control, unit);
              return (
                <tr>
                  <th scope="row">
                    <Severity of={severity} /> <a href={addressOf('control', { control })}>{control}</a>
                  </th>
                  {shown.map((unit) => (
                    <Cell
                      value={found((each) => each === unit)}
                      most={most}
                      address={addressOf('findings', { control, severity, unit })}
                    />
                  ))}
                  {others > 0 && <Cell value={found((each) => !shown.includes(each))} most={most} />}
                  <td class="integer all">
                    <a href={addressOf('findings', { control, severity })}>{readableNumber(found())}</a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <BehindIt title={asked.title} columns={asked.columns} rows={rows} sql={asked.sql} />
    </section>
  );
}

/** Five shades: the eye finds the most first, the number says how many. */
function Cell(props: { readonly value: number; readonly most: number; readonly address?: string }) {
  const { value, most, address } = props;
  const shade = value === 0 ? 0 : Math.min(5, Math.ceil((5 * Math.sqrt(value)) / Math.sqrt(most)));
  const shown = value === 0 ? '' : readableNumber(value);
  return (
    <td class={`integer shade-${shade}`}>
      {address === undefined || value === 0 ? shown : <a href={address}>{shown}</a>}
    </td>
  );
}

function sum(
  rows: readonly Row[],
  severity: string,
  control: string,
  unit?: (unit: string) => boolean,
): number {
  return rows
    .filter((row) => row.severity === severity && row.control === control && (unit?.(row.unit) ?? true))
    .reduce((all, { findings }) => all + findings, 0);
}

function unitsByFindings(rows: readonly Row[]): string[] {
  const findings = new Map<string, number>();
  for (const row of rows) findings.set(row.unit, (findings.get(row.unit) ?? 0) + row.findings);
  return [...findings].sort(([, one], [, other]) => other - one).map(([unit]) => unit);
}
