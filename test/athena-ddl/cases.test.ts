import { openLocalAthena } from '../../local/athena';
import { storedObjects } from '../local/athena/stored-objects';
import { cases, objectsOf } from './case';

test.each(cases())('%s', async (_name, given) => {
  const athena = await openLocalAthena({
    dataFolder: storedObjects(objectsOf(given)),
    ...(given.now === undefined ? {} : { now: () => new Date(given.now ?? '') }),
  });
  try {
    for (const { select, rows } of given.expect) {
      const answer = await athena.query(`SELECT ${select}`);
      expect({ why: given.why, select, rows: sorted(answer.rows) }).toEqual({
        why: given.why,
        select,
        rows: sorted(rows),
      });
    }
  } finally {
    athena.close();
  }
});

function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
