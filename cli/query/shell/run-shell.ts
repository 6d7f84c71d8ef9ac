import { createInterface, type CompleterResult, type Interface } from 'node:readline';
import { messageOf } from '../../../lambda/shared/runtime/message-of';
import { writeAsOf } from '../../open-data';
import { printableLines } from '../../output/printable';
import type { Keyboard } from '../../terminal';
import { Completer } from './completions';
import type { Session } from './session';
import { mostEntries, ShellHistory } from './shell-history';

const [prompt, goingOn] = ['sql> ', '  -> '];

/** Questions that a person types one after another, until `.quit` or Ctrl-D. An error ends none but its own question. */
export async function runShell(session: Session, { input, output }: Keyboard): Promise<void> {
  const { state } = session;
  const { athena, terminal } = state;
  const completer = new Completer(athena);
  const history = new ShellHistory(terminal);
  const typed: string[] = [];
  let isAsking = false;
  writeAsOf(athena, terminal);
  terminal.note('SQL ends with a semicolon; .help lists commands, .tables the views, Ctrl-D ends\n');
  const shell = createInterface({
    input,
    output,
    terminal: true,
    prompt,
    history: history.read(),
    historySize: mostEntries,
    completer: (line: string, done: (error: null, completions: CompleterResult) => void) => {
      completer.complete(typed.join(' '), line).then(
        (completions) => done(null, completions),
        () => done(null, [[], line]),
      );
    },
  });
  let remembered: string[] = [];
  shell.on('history', (entries: string[]) => {
    remembered = entries;
    // As in other shells: for what is nobody else's business.
    if (entries[0]?.startsWith(' ')) entries.shift();
  });
  shell.on('SIGINT', () => {
    if (isAsking) return athena.interrupt();
    session.forget();
    typed.length = 0;
    shell.write(null, { ctrl: true, name: 'e' });
    shell.write(null, { ctrl: true, name: 'u' });
    ask(shell, session);
  });
  ask(shell, session);
  for await (const line of shell) {
    isAsking = true;
    typed.push(line);
    try {
      if (await session.take(line)) remember(typed.splice(0), remembered, history);
    } catch (error) {
      remember(typed.splice(0), remembered, history);
      terminal.err(`error: ${printableLines(messageOf(error))}\n`);
    }
    isAsking = false;
    if (state.hasEnded) break;
    ask(shell, session);
  }
  shell.close();
  if (!state.hasEnded) terminal.out('\n');
}

function ask(shell: Interface, session: Session): void {
  shell.setPrompt(session.isWaiting ? goingOn : prompt);
  shell.prompt();
}

/** Lines of one statement become one entry, so that it comes back whole; a comment would swallow what follows it. */
function remember(lines: readonly string[], entries: string[], history: ShellHistory): void {
  const shown = lines.filter((line) => line.trim() !== '' && !line.startsWith(' '));
  if (shown.length < lines.length && lines.length === 1) return;
  const joined = lines.some((line) => line.includes('--'))
    ? shown
    : [
        lines
          .map((line) => line.trim())
          .join(' ')
          .trim(),
      ];
  if (joined.length === 1 && lines.length > 1) {
    for (const line of lines.toReversed()) if (entries[0] === line) entries.shift();
    entries.unshift(joined.join(''));
  }
  joined.filter((entry) => entry !== '').forEach((entry) => history.add(entry));
}
