import { date, integer } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

const drawing = defineDrawing({
  query: 'console_users_trend',
  title: 'Console users and active access keys',
  question: 'Do the users and keys to get rid of become fewer?',
  columns: {
    day: date('Day'),
    accounts: integer('Accounts'),
    users: integer('Users'),
    console_users: integer('Console users'),
    console_users_without_mfa: integer('Console users without MFA'),
    active_keys: integer('Active access keys'),
    keys_older_than_90_days: integer('Keys older than 90 days'),
    urgent_findings: integer('Critical and high findings'),
  },
  chart: {
    kind: 'line',
    over: 'day',
    series: [
      { column: 'console_users', tone: 'accent' },
      { column: 'active_keys', tone: 'second' },
    ],
  },
});

/** The query's own look-back in days, in the words that it stands in there. */
const lookBack = "interval '90' day";

/** @param days how far back the trend goes */
export function consoleUsers(days: number) {
  const { sql } = drawing;
  if (!sql.includes(lookBack)) throw new Error(`the query ${drawing.query} looks back by no ${lookBack}`);
  return { ...drawing, sql: sql.replaceAll(lookBack, `interval '${days}' day`) };
}
