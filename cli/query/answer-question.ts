import type { LocalAthena } from '../../local/athena';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { CommandError } from '../command-error';
import { resultText, type ResultStyle } from '../output/result-text';
import { writeAsOf, writeWarnings } from '../open-data';
import type { Terminal } from '../terminal';
import { athenaDifferences } from './athena-differences';
import { errorHint } from './error-hint';

/**
 * Asks one question and prints its answer, what was left out of it, and what Athena would not understand of it.
 * @throws CommandError with the engine's message
 */
export async function answerQuestion(
  athena: LocalAthena,
  sql: string,
  style: ResultStyle,
  terminal: Terminal,
): Promise<void> {
  const { columns, rows } = await athena.query(sql).catch(async (error: unknown) => {
    const message = messageOf(error);
    throw new CommandError(`${message}${await errorHint(athena, sql, message)}`);
  });
  const names = columns.map(({ name }) => name);
  terminal.out(resultText(names, rows, style));
  for (const difference of await athenaDifferences(athena, sql)) terminal.note(`note: ${difference}\n`);
}

/** Says of which days answers were, and what could not be read. */
export function writeAnswered(athena: LocalAthena, terminal: Terminal): void {
  writeAsOf(athena, terminal);
  writeWarnings(athena, terminal);
}
