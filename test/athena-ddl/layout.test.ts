import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../athena-ddl');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.sql'),
);

/** Words that are written in capitals; names of columns and functions are not. */
const keywords =
  /\b(select|from|where|and|or|not|join|left|cross|on|as|case|when|then|else|end|group|order|by|partition|over|window|with|union|values|null|is|in|between|create|table|having|limit)\b/;

/** What a statement's layout breaks, by line; comments and quoted text may hold any words. */
function layoutProblems(sql: string): string[] {
  const lines = sql.replace(/\n$/, '').split('\n');
  const problems = lines.flatMap((line, index) => {
    const code = line.replace(/--.*$/, '').replace(/'[^']*'|`[^`]*`|"[^"]*"/g, "''");
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    return [
      ...(indent.includes('\t') || indent.length % 2 === 1 ? ['indented by other than twos of spaces'] : []),
      ...(/\s$/.test(line) ? ['ends with a space'] : []),
      ...(keywords.test(code) ? [`keyword ${keywords.exec(code)?.[0]} in small letters`] : []),
      ...(code.includes(';') ? ['a semicolon, which no engine is given'] : []),
    ].map((problem) => `line ${index + 1}: ${problem}`);
  });
  return sql.endsWith('\n') && !sql.endsWith('\n\n')
    ? problems
    : [...problems, 'does not end with one line break'];
}

test.each(files)('%s', (file) => {
  expect(layoutProblems(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['as it should be', "SELECT 'from; here', a -- and; there\nFROM x\n", []],
  ['a tab', 'SELECT a\n\tFROM x\n', ['line 2: indented by other than twos of spaces']],
  ['three spaces', 'SELECT\n   a\n', ['line 2: indented by other than twos of spaces']],
  ['a trailing space', 'SELECT a \n', ['line 1: ends with a space']],
  ['a small keyword', 'SELECT a from x\n', ['line 1: keyword from in small letters']],
  ['a semicolon', 'SELECT a;\n', ['line 1: a semicolon, which no engine is given']],
  ['no line break', 'SELECT a', ['does not end with one line break']],
])('%s is reported', (_, sql, problems) => expect(layoutProblems(sql)).toEqual(problems));
