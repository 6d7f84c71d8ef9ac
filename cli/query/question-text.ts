import { readFileSync } from 'node:fs';
import { namedQueries, savedQueries } from '../../athena-ddl/sql-files';
import { CommandError } from '../command-error';
import type { Terminal } from '../terminal';
import { namedText } from './named-text';

/** Where the SQL of a question comes from: exactly one of them. */
export interface QuestionSource {
  readonly sql: string | undefined;
  readonly named: string | undefined;
  readonly file: string | undefined;
}

/** What standard input holds, where nothing else is asked and nobody types; undefined where that is blank. */
export async function pipedText(source: QuestionSource, terminal: Terminal): Promise<string | undefined> {
  const isAsked = Object.values(source).some((one) => one !== undefined);
  if (isAsked || terminal.keyboard !== undefined) return undefined;
  const text = await terminal.input();
  return text.trim() === '' ? undefined : text;
}

/**
 * The SQL of a question.
 * @throws CommandError for none or several, an unknown name, a file that cannot be read
 */
export async function questionText(source: QuestionSource, terminal: Terminal): Promise<string> {
  const text = await givenText(source, terminal);
  if (text.trim() === '') throw new CommandError('the question is empty: it must be one SQL statement');
  return text;
}

async function givenText({ sql, named, file }: QuestionSource, terminal: Terminal): Promise<string> {
  if ([sql, named, file].filter((source) => source !== undefined).length !== 1) {
    throw new CommandError('ask one question: SQL in quotes, --named NAME, --file FILE or standard input');
  }
  if (sql !== undefined) return sql;
  if (named !== undefined) return namedText(named, namedQueries(), savedQueries());
  if (file === '-') return terminal.input();
  try {
    return readFileSync(file ?? '', 'utf8');
  } catch (error) {
    throw new CommandError(`--file ${file} cannot be read: ${(error as Error).message}`);
  }
}
