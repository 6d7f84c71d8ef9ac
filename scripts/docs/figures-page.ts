import { figuresText, missedAims } from '../../bench/figures';
import type { Kept, KeptFigures } from '../../bench/figures-file';
import { resultText } from '../../bench/measurement';
import { rowNames, rows } from '../../bench/rows';
import { megabytes } from '../../bench/units';
import { markdownTable } from './markdown-table';
import { pageBelow } from './page-below';

/** `docs/figures.md` with what the newest runs of the benchmark measured. */
export function figuresPage(page: string, kept: KeptFigures): string {
  return pageBelow(
    page,
    'docs/figures.md',
    'Measured',
    [tableOf(kept), missedText(kept), machinesText(kept)].join('\n\n'),
  );
}

function tableOf(kept: KeptFigures): string {
  return markdownTable(
    ['measured', 'result', 'aim', 'day'],
    rowNames.map((name) => {
      const { what, aim = {} } = rows[name];
      const measured = kept[name];
      return [
        what,
        measured === undefined ? 'not measured' : resultText(measured),
        figuresText(aim, '≤ '),
        measured?.day ?? '',
      ];
    }),
  );
}

function missedText(kept: KeptFigures): string {
  const missed = rowNames.flatMap((name) => {
    const { what, aim = {} } = rows[name];
    const misses = missedAims(kept[name] ?? {}, aim);
    return misses.length === 0 ? [] : [`- ${what}: ${misses.join(', ')}`];
  });
  return missed.length === 0 ? 'No aim is missed.' : ['Missed:', '', ...missed].join('\n');
}

/** One line for each kind of machine, the rows of which cannot be held against the others'. */
function machinesText(kept: KeptFigures): string {
  const lines = Object.values(kept).map(
    ({ node, cores, totalMemory }: Kept) =>
      `Node ${node}, ${cores} cores, ${megabytes(totalMemory)} of memory`,
  );
  return `Measured with ${[...new Set(lines)].join('; ')}.`;
}
