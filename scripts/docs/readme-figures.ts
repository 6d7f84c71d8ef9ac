import { figuresText } from '../../bench/figures';
import type { KeptFigures } from '../../bench/figures-file';
import { rows, type RowName } from '../../bench/rows';

const start = '- **Measured**:';
const quoted: readonly RowName[] = ['demo', 'collect', 'dashboard-again'];

/**
 * README with its line of measured figures.
 * @throws Error for a README that does not have the line once
 */
export function readmeFigures(readme: string, kept: KeptFigures): string {
  const lines = readme.split('\n');
  const at = lines.flatMap((line, index) => (line.startsWith(start) ? [index] : []));
  const [index] = at;
  if (index === undefined || at.length > 1)
    throw new Error(`README.md has ${at.length} lines that begin "${start}", needed is one`);
  const figures = quoted.flatMap((row) =>
    kept[row] === undefined ? [] : [`${rows[row].what} ${figuresText(kept[row])}`],
  );
  const page = '[docs/figures.md](docs/figures.md)';
  const said = figures.length === 0 ? `times and sizes are in ${page}` : `${figures.join('; ')} (${page})`;
  return lines.with(index, `${start} ${said}.`).join('\n');
}
