import type { LocalAthena } from '../../local/athena';
import { sqlText } from '../../local/athena/sql-text';
import { isTree, lower, type SyntaxTree } from '../../local/athena/syntax-tree';
import { trinoFunctions } from './trino-functions';

/** What the local engine's parser takes and Athena's does not, as it stands in a statement without texts. */
const syntax: readonly (readonly [RegExp, string])[] = [
  [/::/, 'x::type, write cast(x AS type)'],
  [/\bILIKE\b/i, 'ILIKE, write lower(x) LIKE'],
  [/\bQUALIFY\b/i, 'QUALIFY, write a subquery with WHERE'],
  [/\*\s*(?:EXCLUDE|REPLACE|RENAME)\b/i, '* with EXCLUDE, REPLACE or RENAME, name the columns'],
  [/\bCOLUMNS\s*\(/i, 'COLUMNS(), name the columns'],
  [/\b(?:GROUP|ORDER)\s+BY\s+ALL\b/i, 'BY ALL, name the columns'],
  [/(?:^|\()\s*FROM\b/i, 'FROM without SELECT before it'],
  [/\/\/|==/, '// and ==, write / and ='],
  [/\bUSING\s+SAMPLE\b/i, 'USING SAMPLE, write TABLESAMPLE'],
  [/\b(?:PIVOT|UNPIVOT)\b/i, 'PIVOT and UNPIVOT'],
  [/\b(?:SEMI|ANTI|ASOF|POSITIONAL)\s+JOIN\b/i, 'this kind of JOIN'],
  [/\bSUMMARIZE\b/i, 'SUMMARIZE'],
  [/\{\s*(?:''|\w+)\s*:/, "{'name': x}, write ROW(x)"],
];

/** What of a question that was answered here Athena would refuse: somebody may save it there next. */
export async function athenaDifferences(athena: LocalAthena, sql: string): Promise<readonly string[]> {
  const bare = sql
    .replaceAll(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/"[^"]*"/g, '""');
  const unknown = syntax.filter(([pattern]) => pattern.test(bare)).map(([, what]) => what);
  const { rows } = await athena.query(`SELECT json_serialize_sql(${sqlText(sql.trim().replace(/;$/, ''))})`);
  const called = new Set(functionsOf(JSON.parse(String(rows[0]?.[0]))));
  for (const name of called) {
    // What the parser made of other syntax is in no text.
    const isWritten = new RegExp(`\\b${name}\\s*\\(`, 'i').test(bare);
    if (/^\w+$/.test(name) && isWritten && !trinoFunctions.has(name)) unknown.push(`the function ${name}`);
  }
  return unknown.map((what) => `Athena does not know ${what}: this is answered here alone`);
}

function functionsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(functionsOf);
  if (!isTree(value)) return [];
  const { class: kind, function_name: name, is_operator: isOperator }: SyntaxTree = value;
  const own = (kind === 'FUNCTION' && isOperator !== true) || kind === 'WINDOW' ? [lower(name)] : [];
  return [...own, ...Object.values(value).flatMap(functionsOf)];
}
