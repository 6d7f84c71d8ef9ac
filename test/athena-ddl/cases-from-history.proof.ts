import { join } from 'node:path';
import { DataFolder } from '../../local/athena/data-folder';
import { historySources } from '../../lambda/report/history-source';
import { dropObjects, writeHistory } from '../local/athena/history-folder';
import { storedObjects } from '../local/athena/stored-objects';
import { cases, objectsOf, openCase, sorted, type Case } from './case';

/** Which days' objects are taken away when the history of all days is written. */
const forms: readonly (readonly [string, (days: readonly string[]) => readonly string[]])[] = [
  ['history alone', (days) => days],
  ['history and objects by turns', (days) => days.filter((_day, at) => at % 2 === 0)],
];

async function answersOf(dataFolder: string, given: Case): Promise<readonly unknown[]> {
  const athena = await openCase(given, dataFolder, join(dataFolder, '.typed-rows'));
  try {
    const answers = [];
    for (const { select } of given.expect) {
      const { rows } = await athena.query(`SELECT ${select}`);
      answers.push({ select, rows: sorted(rows) });
    }
    return answers;
  } finally {
    athena.close();
  }
}

/** Days with an object, `yyyy/MM/dd`, and those between them: a bucket writes every day. */
function daysOf(dataFolder: string): readonly string[] {
  const held = historySources.flatMap(({ name }) => new DataFolder(dataFolder).days(name).days).sort();
  const [first = '', last = ''] = [held[0], held.at(-1)];
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10).replaceAll('-', '/'));
  return days;
}

const all = forms.flatMap(([form, dropped]) =>
  cases().map(([name, given]) => [name, form, given, dropped] as const),
);

test.each(all)('%s, from %s', async (_name, _form, given, dropped) => {
  const dataFolder = storedObjects(objectsOf(given));
  const expected = given.expect.map(({ select, rows }) => ({ select, rows: sorted(rows) }));
  const days = daysOf(dataFolder);
  await writeHistory(dataFolder, days);
  dropObjects(dataFolder, dropped(days));
  expect(await answersOf(dataFolder, given)).toEqual(expected);
  // The rows that the first look has typed.
  expect(await answersOf(dataFolder, given)).toEqual(expected);
});
