import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const folders = [
  'athena-ddl',
  'bin',
  'cli',
  'dashboards',
  'docs',
  'controls',
  'csv-lists',
  'exceptions',
  'lambda',
  'lib',
  'local',
  'scripts',
];

/** Words that were given up, with the word of `docs/glossary.md` to say instead. */
const outlawed: readonly [word: RegExp, say: string][] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'remediation, or repair and correct as verbs'],
  [/\baccepted (?:findings?|by (?:an )?exceptions?)\b/i, 'excepted, or covered by an exception'],
  [/\breviewed (?:list of|exceptions?\b)/i, 'list of exceptions'],
  [/\b(?:store|account) ?listings?\b|\baccounts file\b/i, 'list of accounts'],
  [
    /\bsilent (?:or|and) (?:failed|missing)\b|\b(?:failed|missing) (?:or|and) silent\b/i,
    'silent: its kinds are failed and missing',
  ],
  [
    /\btells? (?:it|them|alarms) to \w+|\btells? people (?:of|about)\b|\balarms? tells?\b|\b(?:un)?told\b/i,
    'notify, or report',
  ],
];

const files = [
  ...readdirSync(root).filter((file) => /\.(?:md|ts)$/.test(file)),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:md|sql|tsx?)$/.test(file))
      .map((file) => join(folder, file)),
  ),
];

/** Each place that has a word of these, with the word to say. */
function outlawedIn(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    outlawed.flatMap(([word, say]) => {
      const [found] = word.exec(line) ?? [];
      return found === undefined ? [] : [`${index + 1}: "${found}", say ${say}`];
    }),
  );
}

test('words that were given up are nowhere', () => {
  const found = files.flatMap((file) =>
    outlawedIn(readFileSync(join(root, file), 'utf8')).map((place) => `${file}:${place}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['nothing to mend', 1],
  ['the reviewed list of accepted findings', 2],
  ['1 failed and silent', 1],
  ['tells them to people', 1],
  ['an event that was told', 1],
  ['silent accounts, what amends it', 0],
])('%j has %d of them', (text, count) => {
  expect(outlawedIn(text)).toHaveLength(count);
});
