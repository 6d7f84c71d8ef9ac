import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFigures, readFigures, type KeptFigures, type Machine } from '../../bench/figures-file';
import { figuresPage } from '../../scripts/docs/figures-page';
import { readmeFigures } from '../../scripts/docs/readme-figures';

const root = join(__dirname, '../..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const machine: Machine = { day: '2026-11-22', node: '20.19.0', cores: 2, totalMemory: 8 * 1024 ** 3 };
const page = '# Figures\n\n## Measured\n';

test('docs/figures.md shows what bench/figures.json holds; npm run docs writes it', () => {
  expect(read('docs/figures.md')).toBe(figuresPage(read('docs/figures.md'), readFigures()));
});

test('README quotes of it what npm run docs writes, and no other time or memory', () => {
  const readme = read('README.md');
  expect(readme).toBe(readmeFigures(readme, readFigures()));
  const figures = Array.from(readme.matchAll(/\b[\d.,]+ (?:ms|s|MB|GB)\b/g), ([figure]) => figure);
  expect(figures.filter((figure) => !read('docs/figures.md').includes(figure))).toEqual([]);
});

test('a row has its result, its aim and its day, and a missed aim is said', () => {
  const made = figuresPage(page, {
    demo: { ...machine, time: 8_700 },
    'dashboard-again': { ...machine, time: 35_400, memory: 400 * 1024 ** 2, beside: 'warm' },
  });
  const row = (what: string) =>
    made
      .split('\n')
      .find((line) => line.startsWith(`| ${what} `))
      ?.split('|')
      .map((cell) => cell.trim());
  expect(row('the demo')).toEqual(['', 'the demo', '8.7 s', '≤ 9 s', '2026-11-22', '']);
  expect(row('`dashboard` of 1,000 accounts × 20 users × 30 days, second look')?.slice(2)).toEqual([
    '35.4 s, 400 MB; warm',
    '≤ 5 s, ≤ 500 MB',
    '2026-11-22',
    '',
  ]);
  expect(row("the collector's artifact")?.slice(2)).toEqual(['not measured', '≤ 24,576 bytes', '', '']);
  expect(made).toContain(
    'Missed:\n\n- `dashboard` of 1,000 accounts × 20 users × 30 days, second look: 35.4 s (aim: 5 s)\n',
  );
  expect(made).toContain('Measured with Node 20.19.0, 2 cores, 8,192 MB of memory.');
  expect(figuresPage(page, { demo: { ...machine, time: 9_000 } })).toContain('No aim is missed.');
});

test('a run of one part replaces its rows alone, and drops rows that are measured no more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  const file = join(folder, 'figures.json');
  try {
    keepFigures(
      [
        { row: 'demo', time: 1 },
        { row: 'artifact', bytes: 2 },
      ],
      machine,
      file,
    );
    const later = { ...machine, day: '2026-11-23' };
    keepFigures([{ row: 'demo', time: 3.0004999, printed: 'in more words' }], later, file);
    const kept = readFigures(file);
    expect(kept).toEqual({ artifact: { ...machine, bytes: 2 }, demo: { ...later, time: 3 } });
    expect(Object.keys(kept)).toEqual(['artifact', 'demo']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('README quotes the rows that were measured; one without the line is reported', () => {
  expect(() => readmeFigures('# Title\n', {})).toThrow(
    'README.md has 0 lines that begin "- **Measured**:", needed is one',
  );
  const quoting = (kept: KeptFigures) => readmeFigures('- **Measured**: old\n', kept);
  expect(quoting({ demo: { ...machine, time: 8_700 }, artifact: { ...machine, bytes: 2 } })).toBe(
    '- **Measured**: the demo 8.7 s ([docs/figures.md](docs/figures.md)).\n',
  );
});
