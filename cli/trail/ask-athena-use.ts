import { counted } from '../../lambda/shared/text/counted';
import { dayRange, type TrailSelection, type TrailUse } from '../../local/trail';
import { openWorkGroup } from '../athena/work-group';
import { isWorkGroupName } from '../athena/work-group-name';
import { CommandError } from '../command-error';
import type { Terminal } from '../terminal';
import { usesOfAnswer } from './athena-rows';
import { scopeSql, useSql } from './athena-statements';
import type { TrailOptions } from './trail-options';

/** The database that the stack `CredentialReportTrail` makes. */
export const trailDatabase = 'credential_report_trail';

/**
 * Use as the stack `CredentialReportTrail` has it in Athena.
 * @throws CommandError for what is no workgroup, and with Athena's own message
 */
export async function askAthenaUse(
  place: string,
  selection: TrailSelection,
  options: TrailOptions,
  terminal: Terminal,
): Promise<TrailUse> {
  const workGroup = place.slice('athena:'.length);
  if (!isWorkGroupName(workGroup))
    throw new CommandError(`--trail ${place} is no workgroup of Athena: it must be athena:NAME`);
  const today = terminal.now().toISOString().slice(0, 10);
  const days = dayRange(selection.from, selection.to, 1).filter((day) => day <= today);
  const [first = '', last = ''] = [days.at(0), days.at(-1)].map((day) => day?.replaceAll('-', '/'));
  terminal.err(
    `Athena reads ${counted(days.length, 'day')} of every region of the table twice; the workgroup stops a query that reads too much\n`,
  );
  const athena = openWorkGroup({ workGroup, database: trailDatabase }, options, terminal);
  try {
    const uses = usesOfAnswer(selection.accountId, await athena.ask(useSql(selection, { first, last })));
    const { rows } = await athena.ask(scopeSql(selection, { first, last }));
    const distinct = (column: number) =>
      [...new Set(rows.map((row) => row[column]))].filter((one) => typeof one === 'string').sort();
    const seen = distinct(1);
    const { from, to } = selection;
    return {
      uses,
      scope: {
        ...{ origin: 'athena', from, to, regions: distinct(0), dataEventSources: distinct(2) },
        daysWithoutFiles: days.filter((day) => !seen.includes(day.replaceAll('-', '/'))),
        files: 0,
        filesNotRead: [],
      },
    };
  } finally {
    athena.close();
  }
}
