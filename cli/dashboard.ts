import { type Command, Option } from 'commander';
import type { CommandContext } from './command';
import { isoDay, parseWholeNumber } from './day-options';
import { startProgress } from './progress';
import { openData, writeWarnings } from './open-data';
import type { Terminal } from './terminal';

const examples = `
Examples:
  credential-report dashboard --data demo-output --out dashboard.html
  credential-report dashboard --data reports --out dashboard.html --days 365`;

/** How many queries the page asks. */
const queries = 11;

interface DashboardOptions {
  readonly data: string;
  readonly out: string;
  readonly days: number;
  readonly asOf?: string;
}

/** `dashboard`: one HTML file that tells how the organization stands. */
export function addDashboardCommand(program: Command, { terminal }: CommandContext): void {
  program
    .command('dashboard')
    .description(
      'write one HTML page about a folder laid out as the bucket; it loads nothing when it is opened',
    )
    .requiredOption('--data <folder>', 'folder with credential-reports/YYYY/MM/DD/ and its neighbours')
    .requiredOption('--out <file>', 'HTML file to write')
    .addOption(
      new Option('--days <n>', 'how many days back the trend goes').argParser(parseWholeNumber).default(90),
    )
    .addOption(new Option('--as-of <day>', 'the day that counts as today, YYYY-MM-DD').argParser(isoDay))
    .addHelpText('after', examples)
    .action((options: DashboardOptions) => write(options, terminal));
}

async function write({ data, out, days, asOf }: DashboardOptions, terminal: Terminal): Promise<void> {
  // Load the engine and the charting library, which other commands do without.
  const { writeDashboard } = await import('./dashboard/write-dashboard');
  const athena = await openData({ data, asOf }, terminal);
  const progress = startProgress(terminal, 'asking', queries);
  try {
    const bytes = await writeDashboard(athena, out, days, () => progress.step(''));
    writeWarnings(athena, terminal);
    terminal.err(`as of ${athena.asOf}, ${Math.ceil(bytes / 1024)} KB\n`);
    terminal.out(`${out}\n`);
  } finally {
    progress.end();
    athena.close();
  }
}
