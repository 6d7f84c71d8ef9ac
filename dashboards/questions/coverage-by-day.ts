import { date, integer } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

/** Days of coverage that the dashboards show. */
export const coverageDays = 30;

export const coverageByDay = defineDrawing({
  query: 'coverage_by_day',
  title: 'Accounts that reported',
  question: 'Do all accounts hand in their report every day?',
  columns: {
    day: date('Day'),
    collected: integer('Collected'),
    unexpected: integer('Collected, not expected'),
    pending: integer('Still to come'),
    failed: integer('Failed'),
    missing: integer('Missing'),
    without_list: integer('No list of accounts'),
    facts_not_read: integer('Collected, facts not read whole'),
  },
  chart: {
    kind: 'columns',
    over: 'day',
    order: 'day',
    series: [
      { column: 'collected', tone: 'good' },
      { column: 'unexpected', tone: 'second' },
      { column: 'pending', tone: 'info' },
      { column: 'failed', tone: 'high' },
      { column: 'missing', tone: 'critical' },
      // Nobody knows then who is missing.
      { column: 'without_list', tone: 'third' },
    ],
  },
});
