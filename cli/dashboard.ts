import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { CommandContext } from './command';
import { addAccessOptions, askedAccess, type AccessOptions } from './dashboard/access-options';
import { dataOption } from './data-option';
import { isoDay, parseWholeNumber } from './day-options';
import { addListOptions, type ListOptions } from './lists/list-options';
import { startProgress } from './progress';
import { openData, writeWarnings } from './open-data';
import type { Terminal } from './terminal';

const examples = `
Examples:
  credential-report dashboard --data demo-output
  credential-report dashboard --data reports --out - --days 365 > dashboard.html
  credential-report dashboard --data reports --access-portal https://anycompany.awsapps.com/start`;

/** How many queries the page asks. */
const queries = 19;

interface DashboardOptions extends ListOptions, AccessOptions {
  readonly data: string;
  readonly out?: string;
  readonly days: number;
  readonly asOf?: string;
}

/** `dashboard`: one HTML file that tells how the organization stands. */
export function addDashboardCommand(program: Command, { terminal }: CommandContext): void {
  const command = program
    .command('dashboard')
    .description(
      'write one HTML page about a folder laid out as the bucket; it loads nothing when it is opened',
    )
    .addOption(dataOption(terminal).makeOptionMandatory())
    .option(
      '--out <file>',
      'HTML file to write, - for standard output (default: dashboard.html in the folder)',
    )
    .addOption(
      new Option('--days <n>', 'how many days back the trend goes').argParser(parseWholeNumber).default(90),
    )
    .addOption(new Option('--as-of <day>', 'the day that counts as today, YYYY-MM-DD').argParser(isoDay));
  addListOptions(addAccessOptions(command))
    .addHelpText('after', examples)
    .action((options: DashboardOptions) => write(options, terminal));
}

async function write(options: DashboardOptions, terminal: Terminal): Promise<void> {
  const { data, out = join(data, 'dashboard.html'), days, asOf } = options;
  const access = askedAccess(options);
  // Load the engine and the charting library, which other commands do without.
  const { dashboardPage, makePlace, writePage } = await import('./dashboard/dashboard-page');
  const athena = await openData({ data, asOf, lists: options }, terminal);
  const progress = startProgress(terminal, 'asking', queries);
  try {
    if (out !== '-') makePlace(out);
    const page = await dashboardPage(athena, days, () => progress.step(''), access);
    if (out !== '-') await writePage(page, out);
    writeWarnings(athena, terminal);
    terminal.note(`as of ${athena.asOf}, ${Math.ceil(Buffer.byteLength(page) / 1024)} KB\n`);
    terminal.out(out === '-' ? page : `${out}\n`);
  } finally {
    progress.end();
    athena.close();
  }
}
