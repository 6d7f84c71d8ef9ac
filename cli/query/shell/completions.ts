import { namedQueries } from '../../../athena-ddl/sql-files';
import type { LocalAthena } from '../../../local/athena';
import { outputFormats } from '../../output/result-text';
import { columnsOf, relationNames } from './schema';
import { shellCommands } from './shell-commands';

const keywords =
  'SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT ON USING AND OR NOT IN IS NULL LIKE BETWEEN AS DISTINCT CASE WHEN THEN ELSE END WITH UNION ALL EXISTS DESC ASC count sum min max count_if date_diff current_date DESCRIBE';

/** What may stand in place of the last word of a statement, and that word. */
export type Completions = [hits: string[], word: string];

/** What may end the last word of what was typed, from the names of the folder's own views and columns. */
export class Completer {
  private readonly columns = new Map<string, readonly string[]>();

  constructor(private readonly athena: LocalAthena) {}

  /** @param begun lines of the statement before this one */
  async complete(begun: string, line: string): Promise<Completions> {
    const word = /[\w.]*$/.exec(line)?.[0] ?? '';
    const before = line.slice(0, line.length - word.length);
    const candidates = await this.candidates(before.trimStart(), `${begun} ${line}`, word);
    const lower = word.toLowerCase();
    return [candidates.filter((name) => name.toLowerCase().startsWith(lower)), word];
  }

  private async candidates(before: string, statement: string, word: string): Promise<readonly string[]> {
    if (before === '' && word.startsWith('.')) return Object.keys(shellCommands);
    if (/^\.ask\s/i.test(before)) return namedQueries().map(({ name }) => name);
    if (/^\.format\s/i.test(before)) return outputFormats;
    const relations = relationNames();
    if (/(?:^\.?DESC(?:RIBE)?|\b(?:FROM|JOIN))\s+$/i.test(before)) return relations;
    const named = relations.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(statement));
    const columns = new Set((await Promise.all(named.map((name) => this.columnsOf(name)))).flat());
    const alias = /^(\w+\.)/.exec(word)?.[1];
    if (alias !== undefined) return [...columns].map((column) => `${alias}${column}`);
    return [...columns, ...keywords.split(' '), ...relations];
  }

  private async columnsOf(name: string): Promise<readonly string[]> {
    const known = this.columns.get(name) ?? (await columnsOf(this.athena, name)).map((column) => column.name);
    this.columns.set(name, known);
    return known;
  }
}
