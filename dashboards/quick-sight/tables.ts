import { openFindings } from '../listings/open-findings';
import { userList } from '../listings/user-list';
import { type DataSet, findings, users } from './data-sets';

/** A list that QuickSight shows as a table. */
export interface ShownTable {
  readonly of: DataSet;
  /** In words, as somebody would ask it. */
  readonly question: string;
  /** In this order. */
  readonly columns: readonly string[];
}

/** Lists of the second sheet. */
export const shownTables: readonly ShownTable[] = [
  {
    of: findings,
    question: 'What fails in the newest reports, whose is it, and since when?',
    columns: Object.keys(openFindings.columns),
  },
  {
    of: users,
    question:
      'Who can sign in with what, and when was it used? Of the newest reports, whatever severity and control',
    columns: Object.keys(userList.columns),
  },
];
