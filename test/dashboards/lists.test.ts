import { date, defineQuestion, integer, nullable, text } from '../../athena-ddl/question';
import { csvOf } from '../../dashboards/browser/csv';
import { listRows } from '../../dashboards/browser/list-rows';
import { changed, listStateOf } from '../../dashboards/browser/list-state';
import type { ListDefinition } from '../../dashboards/browser/list-definition';
import { addressOf, placeOf } from '../../dashboards/browser/address';
import { rowAddress, rowLine } from '../../dashboards/browser/row-line';
import { Table } from '../../dashboards/browser/table';
import { encodeTable } from '../../dashboards/embedded/encode-tables';

const columns = {
  severity: text('Severity'),
  user_name: text('User'),
  owner: text('Owner'),
  keys: integer('Keys'),
  seen: nullable(date('Seen')),
};
const rows = [
  { severity: 'high', user_name: 'user10', owner: 'Web', keys: 10, seen: '2026-11-02' },
  { severity: 'high', user_name: 'User2', owner: '', keys: 9, seen: null },
  { severity: 'low', user_name: '=cmd|"x"', owner: 'Data, EU', keys: 0, seen: '2026-10-30' },
  { severity: 'low', user_name: 'äpfel', owner: 'web', keys: 100, seen: '2026-11-01' },
];
const table = new Table(encodeTable(defineQuestion('example', 'SELECT 1', columns), rows));
const list: ListDefinition = {
  list: 'findings',
  title: 'Examples',
  one: 'example',
  key: ['user_name'],
  name: ['user_name'],
  menus: ['severity'],
  shown: ['severity', 'user_name'],
  preset: { severity: ['high'] },
  asAnswered: ['severity'],
  related: [],
};
const users = (query: string) => {
  const state = listStateOf(list, table, new URLSearchParams(query));
  return [...listRows(list, table, state)].map((row) => table.text('user_name', row));
};

test.each([
  { query: '', wanted: ['user10', 'User2'], why: 'the preset' },
  { query: 'severity=', wanted: ['user10', 'User2', '=cmd|"x"', 'äpfel'], why: 'all' },
  { query: 'severity=high|low&find=web', wanted: ['user10', 'äpfel'], why: 'in either case' },
  { query: 'severity=&find=web+high', wanted: ['user10'], why: 'each word in some column' },
  { query: 'severity=&find=web+10+', wanted: ['user10', 'äpfel'], why: '100 keys, user10' },
  { query: 'severity=&owner=web', wanted: ['user10', 'äpfel'], why: 'a column without menu' },
  { query: 'severity=none', wanted: [], why: 'a value that is not there' },
  {
    query: 'severity=&sort=user_name',
    wanted: ['=cmd|"x"', 'äpfel', 'User2', 'user10'],
    why: 'as people sort',
  },
  { query: 'severity=&sort=-keys', wanted: ['äpfel', 'user10', 'User2', '=cmd|"x"'], why: 'numbers' },
  { query: 'severity=&sort=seen', wanted: ['=cmd|"x"', 'äpfel', 'user10', 'User2'], why: 'missing last' },
  {
    query: 'severity=&sort=-seen',
    wanted: ['user10', 'äpfel', '=cmd|"x"', 'User2'],
    why: 'missing last, down too',
  },
  {
    query: 'severity=&sort=-severity',
    wanted: ['=cmd|"x"', 'äpfel', 'user10', 'User2'],
    why: 'as answered, down',
  },
  {
    query: 'severity=&sort=nothing',
    wanted: ['user10', 'User2', '=cmd|"x"', 'äpfel'],
    why: 'no such column',
  },
])('$query gives $wanted: $why', ({ query, wanted }) => {
  expect(users(query)).toEqual(wanted);
});

test.each([
  { query: '', page: 1, size: 50, columns: ['severity', 'user_name'] },
  { query: 'page=3&rows=200&columns=owner,keys,nothing', page: 3, size: 200, columns: ['owner', 'keys'] },
  { query: 'page=-3&rows=7&columns=nothing', page: 1, size: 50, columns: ['severity', 'user_name'] },
  { query: 'page=x', page: 1, size: 50, columns: ['severity', 'user_name'] },
])('$query is page $page of $size rows', ({ query, ...wanted }) => {
  expect(listStateOf(list, table, new URLSearchParams(query))).toMatchObject(wanted);
});

test('another choice begins at the first page', () => {
  const params = new URLSearchParams('page=7&owner=web&sort=keys');
  expect(changed(params, { owner: undefined, sort: '-keys' }).toString()).toBe('sort=-keys');
  expect(changed(params, { page: '8' }).toString()).toBe('owner=web&sort=keys&page=8');
});

test('an address comes back as it was, whatever the names', () => {
  const address = addressOf('finding', { user_name: 'a&b=#? c/d', control: 'root-mfa' });
  const { view, params } = placeOf(address);
  expect([view, Object.fromEntries(params)]).toEqual([
    'finding',
    { user_name: 'a&b=#? c/d', control: 'root-mfa' },
  ]);
  expect(placeOf('')).toMatchObject({ view: '' });
  expect(addressOf('findings', {})).toBe('#findings');
});

test('a row is linked by its key, and is one line without what is empty', () => {
  expect(rowAddress(list, table, 2)).toBe('#example?user_name=%3Dcmd%7C%22x%22');
  expect(rowLine(table, ['severity', 'user_name', 'owner', 'keys', 'seen'], 1)).toBe('high · User2 · 9');
});

test('CSV has every column, and no text that a spreadsheet runs', () => {
  expect(csvOf(table, Uint32Array.of(2, 1)).split('\r\n')).toEqual([
    'severity,user_name,owner,keys,seen',
    `low,"'=cmd|""x""","Data, EU",0,2026-10-30`,
    'high,User2,"",9,',
    '',
  ]);
});
