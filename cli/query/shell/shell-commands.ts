import { answerViews, namedQueries, savedQueries } from '../../../athena-ddl/sql-files';
import { CommandError } from '../../command-error';
import { outputFormats, resultText, type OutputFormat } from '../../output/result-text';
import { answerQuestion } from '../answer-question';
import { nearest } from '../nearest';
import { namedText } from '../named-text';

import { columnsOf, relationNames } from './schema';
import type { ShellState } from './shell-state';

/** A command of the shell: its name, what it takes, what it does. */
interface ShellCommand {
  readonly takes?: string;
  readonly does: string;
  readonly run: (state: ShellState, argument: string) => Promise<void> | void;
}

export const shellCommands: Readonly<Record<string, ShellCommand>> = {
  '.tables': { does: 'list the views, with what each answers', run: listTables },
  '.describe': {
    takes: 'VIEW',
    does: 'list the columns of a view; DESCRIBE VIEW does so too',
    run: describe,
  },
  '.queries': { does: 'list the named queries', run: listQueries },
  '.ask': { takes: 'NAME', does: 'ask a named query', run: askNamed },
  '.format': { takes: outputFormats.join('|'), does: 'how to print rows', run: setFormat },
  '.help': { does: 'list these commands', run: writeHelp },
  '.quit': { does: 'end; Ctrl-D does so too', run: quit },
};

/** Other words for a command, as they are known from elsewhere. */
const synonyms: Readonly<Record<string, string>> = {
  describe: '.describe',
  desc: '.describe',
  show: '.tables',
  help: '.help',
  exit: '.quit',
  quit: '.quit',
  '.exit': '.quit',
};

/** @throws CommandError for a command that there is not, or one that lacks its word */
export async function runShellCommand(line: string, state: ShellState): Promise<void> {
  const [first = '', ...words] = line.split(/\s+/);
  const name = synonyms[first.toLowerCase()] ?? first.toLowerCase();
  const command = Object.hasOwn(shellCommands, name) ? shellCommands[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(shellCommands);
    throw new CommandError(
      `there is no command ${first}${nearest(name, known)}; there are ${known.join(', ')}`,
    );
  }
  if (command.takes !== undefined && words.length !== 1)
    throw new CommandError(`${name} takes one word: ${command.takes}`);
  await command.run(state, words[0] ?? '');
}

function write(
  { terminal, style }: ShellState,
  columns: readonly string[],
  rows: readonly unknown[][],
): void {
  const screen = terminal.screen();
  terminal.out(resultText(columns, rows, { ...style, ...(screen === undefined ? {} : { screen }) }));
}

function listTables(state: ShellState): void {
  write(
    state,
    ['view', 'answers'],
    answerViews().map(({ name, description }) => [name, firstSentence(description)]),
  );
}

async function describe(state: ShellState, view: string): Promise<void> {
  const columns = await columnsOf(state.athena, view);
  if (columns.length === 0) {
    throw new CommandError(`there is no view ${view}${nearest(view, relationNames())}; .tables lists them`);
  }
  write(
    state,
    ['column', 'type'],
    columns.map(({ name, type }) => [name, type]),
  );
}

function listQueries(state: ShellState): void {
  write(
    state,
    ['name', 'answers'],
    savedQueries().map(({ name, description }) => [name, description]),
  );
}

function askNamed(state: ShellState, name: string): Promise<void> {
  return answerQuestion(state.athena, namedText(name, namedQueries()), state.style, state.terminal);
}

function setFormat(state: ShellState, format: string): void {
  const known = outputFormats.find((one): one is OutputFormat => one === format);
  if (known === undefined)
    throw new CommandError(
      `${format} is no format${nearest(format, outputFormats)}: allowed are ${outputFormats.join(', ')}`,
    );
  state.style = { ...state.style, format: known };
}

function writeHelp({ terminal }: ShellState): void {
  const lines = Object.entries(shellCommands).map(([name, { takes, does }]) => [
    `${name}${takes === undefined ? '' : ` ${takes}`}`,
    does,
  ]);
  const width = Math.max(...lines.map(([usage = '']) => usage.length));
  terminal.out(
    [
      ...lines.map(([usage = '', does = '']) => `${usage.padEnd(width)}  ${does}`),
      'SQL ends with a semicolon and may have many lines. Ctrl-C forgets what was begun, Tab completes, a line that begins with a blank is not remembered.',
      '',
    ].join('\n'),
  );
}

function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

function quit(state: ShellState): void {
  state.hasEnded = true;
}
