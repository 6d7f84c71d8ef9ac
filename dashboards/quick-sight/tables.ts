import type { Question } from '../../athena-ddl/question';
import { openFindings } from '../listings/open-findings';
import { userList } from '../listings/user-list';

/** A list that QuickSight shows as a table. */
export interface ShownTable {
  /** Part of ids in templates: the query's name with hyphens. */
  readonly id: string;
  readonly title: string;
  /** In words, as somebody would ask it. */
  readonly question: string;
  readonly asked: Question;
}

/** Each row is a user's finding; the second sheet sums them up too. */
export const findingsTable = {
  id: 'all-open-findings',
  title: 'Open findings',
  question: 'What fails, whose is it, and since when?',
  asked: openFindings,
} as const satisfies ShownTable;

/** Lists of the second sheet. */
export const shownTables: readonly ShownTable[] = [
  findingsTable,
  {
    id: 'user-list',
    title: 'Users',
    question: 'Who can sign in with what, and when was it used?',
    asked: userList,
  },
];
