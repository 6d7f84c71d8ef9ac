import { findingsByAccount } from '../questions/findings-by-account';
import { findingsByControl } from '../questions/findings-by-control';
import { usersByAccount } from '../questions/users-by-account';
import { severityColours } from './colours';
import { countedBars, countedMatrix } from './counted-visuals';
import { drawnDataSets, findings, users } from './data-sets';
import { kpiColumns, kpiVisual } from './kpi-visual';
import type { Placed } from './sheet';
import { tableVisual } from './table-visual';
import { shownTables } from './tables';
import { visualOf } from './visual';

const { trend, keyAge, coverage, changes } = drawnDataSets;
const inColours = { of: findings, parts: 'severity', colours: severityColours } as const;

/** Users without root. */
export const usersVisualId = 'users-by-account';

/** Numbers with their change, and the charts of the page. */
export const credentialVisuals: readonly Placed[] = [
  ...kpiColumns.map((column): Placed => [kpiVisual(trend, column), 'quarter']),
  [visualOf(trend), 'half'],
  [visualOf(keyAge), 'half'],
  [
    countedBars({
      ...inColours,
      ...wordsOf(findingsByAccount),
      visualId: 'findings-by-account',
      levels: ['account'],
    }),
    'half',
  ],
  [
    countedBars({
      ...wordsOf(usersByAccount),
      visualId: usersVisualId,
      of: users,
      levels: ['account'],
      parts: 'console',
    }),
    'half',
  ],
  [
    countedMatrix({
      ...wordsOf(findingsByControl),
      visualId: 'findings-by-control',
      of: findings,
      rows: 'control',
      columns: 'unit',
    }),
    'half',
  ],
  [visualOf(coverage), 'half'],
  [visualOf(changes), 'half'],
];

/** What is found and who there is, row by row, below bars that open. */
export const findingVisuals: readonly Placed[] = [
  [
    countedBars({
      ...inColours,
      visualId: 'accounts',
      title: 'Findings by account, then user',
      question: 'Whose are they?',
      levels: ['account', 'user_name'],
    }),
    'half',
  ],
  [
    countedBars({
      ...inColours,
      visualId: 'controls',
      title: 'Findings by control, then unit',
      question: 'Where is a rule broken?',
      levels: ['control', 'unit'],
    }),
    'half',
  ],
  ...shownTables.map((table): Placed => [tableVisual(table), 'whole']),
];

function wordsOf({ title, question }: { readonly title: string; readonly question: string }) {
  return { title, question };
}
