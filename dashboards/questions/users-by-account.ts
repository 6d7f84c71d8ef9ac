import { integer, text } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

export const usersByAccount = defineDrawing({
  query: 'users_by_account',
  title: 'Users of each account',
  question: 'Where do people still sign in with IAM users?',
  columns: {
    account_id: text('Account id'),
    account: text('Account'),
    console_users: integer('Console users'),
    other_users: integer('Other users'),
  },
  chart: {
    kind: 'bars',
    of: 'account',
    series: [
      { column: 'console_users', tone: 'accent' },
      { column: 'other_users', tone: 'info' },
    ],
    most: 10,
  },
});
