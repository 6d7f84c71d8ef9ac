import { dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import type { QueryResult } from '../../local/athena';
import { storedObjects } from '../local/athena/stored-objects';
import { cases, objectsOf, openCase, sorted } from './case';

test.each(cases())('%s', async (_name, given) => {
  const athena = await openCase(given, storedObjects(objectsOf(given)));
  try {
    for (const { select, rows } of given.expect) {
      const answer = await athena.query(`SELECT ${select}`);
      expect({ why: given.why, select, rows: sorted(answer.rows) }).toEqual({
        why: given.why,
        select,
        rows: sorted(rows),
      });
    }
    for (const { query, columns, rows } of given.answers ?? []) {
      const answer = columnsOf(await athena.query(sqlOf(query)), columns);
      expect({ why: given.why, query, rows: answer }).toEqual({ why: given.why, query, rows });
    }
  } finally {
    athena.close();
  }
});

function sqlOf(query: string): string {
  const named = [...savedQueries(), ...functionQueries(), ...dashboardQueries()].find(
    ({ name }) => name === query,
  );
  if (named === undefined) throw new Error(`there is no query ${query}`);
  return named.text;
}

function columnsOf({ columns, rows }: QueryResult, wanted: readonly string[]): unknown[][] {
  const places = wanted.map((name) => {
    const place = columns.findIndex((column) => column.name === name);
    if (place === -1) throw new Error(`no column ${name} in ${columns.map((column) => column.name).join()}`);
    return place;
  });
  return rows.map((row) => places.map((place) => row[place]));
}
