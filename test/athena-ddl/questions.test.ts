import { commandQueries, dashboardQueries, functionQueries, savedQueries } from '../../athena-ddl/sql-files';
import { ofCommands, ofDashboards, ofFunctions, queries } from './declared-questions';

const byName = (one: { query: string }, other: { query: string }) => (one.query < other.query ? -1 : 1);

test('every query of functions is declared, once, with its own text', () => {
  expect(ofFunctions.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    functionQueries().map(({ name, text }) => ({ query: name, sql: text })),
  );
});

test('every query of commands is declared, once, with its own text', () => {
  expect(ofCommands.map(({ query, sql }) => ({ query, sql: sql.trim() })).sort(byName)).toEqual(
    commandQueries().map(({ name, text }) => ({ query: name, sql: text })),
  );
});

test('every query of dashboards is declared, once', () => {
  const own = dashboardQueries().map(({ name }) => name);
  // The trend is what people ask too: one statement, one way to count.
  expect(ofDashboards.map(({ query }) => query).sort()).toEqual([...own, 'console_users_trend'].sort());
});

test('people read a label above every column of a dashboard', () => {
  const bare = ofDashboards.flatMap(({ query, columns }) =>
    Object.entries(columns).flatMap(([name, { label }]) => (label === undefined ? [`${query}.${name}`] : [])),
  );
  expect(bare).toEqual([]);
});

test('the name of a query says which one it is, whoever asks it', () => {
  const names = [...savedQueries(), ...functionQueries(), ...dashboardQueries(), ...commandQueries()].map(
    ({ name }) => name,
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every query with more than a row has an order', () => {
  expect(queries.flatMap(([name, , order]) => (order === undefined ? [name] : []))).toEqual([
    'digest_coverage',
    'digest_organization',
  ]);
});
