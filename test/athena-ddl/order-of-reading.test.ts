import { inOrderOfReading } from '../../athena-ddl/order-of-reading';
import { viewFiles } from '../../athena-ddl/sql-files';

const view = (name: string, text: string) => ({ name, path: `${name}.sql`, text });
const names = (views: readonly { readonly name: string }[]) => views.map(({ name }) => name);

test('a view comes after those that it reads, wherever they stand', () => {
  const views = [
    view('a', 'SELECT 1 FROM c JOIN b'),
    view('b', 'SELECT 2 FROM c'),
    view('c', 'SELECT 3 FROM t'),
  ];
  expect(names(inOrderOfReading(views))).toEqual(['c', 'b', 'a']);
});

test('comments, literals and columns are no reading', () => {
  const views = [
    view('a', "-- reads FROM b, the user's\nSELECT b, 'FROM b', 'it''s FROM b' FROM t"),
    view('b', 'SELECT 1'),
  ];
  expect(names(inOrderOfReading(views))).toEqual(['a', 'b']);
});

test('views that read each other are named', () => {
  const views = [view('a', 'SELECT 1 FROM b'), view('b', 'SELECT 1 FROM c'), view('c', 'SELECT 1 FROM b')];
  expect(() => inOrderOfReading(views)).toThrow('views read each other: b reads c reads b');
});

test('steps are distinguished from answers by their names, and are listed behind them', () => {
  const folderOf = (path: string) => path.split('/').at(-2);
  const [steps, answers] = ['steps', 'answers'].map((folder) =>
    names(viewFiles().filter(({ path }) => folderOf(path) === folder)),
  );
  expect(steps?.filter((name) => !name.startsWith('z_'))).toEqual([]);
  expect(answers?.filter((name) => name >= 'z_')).toEqual([]);
});
