import { integer, text } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

export const findingsByAccount = defineDrawing({
  query: 'findings_by_account',
  title: 'Open findings of each account',
  question: 'Which accounts need somebody first?',
  columns: {
    account_id: text('Account id'),
    account: text('Account'),
    critical: integer('Critical'),
    high: integer('High'),
    medium: integer('Medium'),
    low: integer('Low'),
  },
  chart: {
    kind: 'bars',
    of: 'account',
    series: [
      { column: 'critical', tone: 'critical' },
      { column: 'high', tone: 'high' },
      { column: 'medium', tone: 'medium' },
      { column: 'low', tone: 'low' },
    ],
    most: 10,
  },
});
