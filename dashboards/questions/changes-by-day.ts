import { date, integer } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

/** Days of changes that the dashboards show: those that the view `recent_credential_change` holds. */
export const changeDays = 30;

export const changesByDay = defineDrawing({
  query: 'changes_by_day',
  title: 'What changed',
  question: 'What happened to users and credentials lately?',
  columns: {
    day: date('Day'),
    added: integer('Added'),
    removed: integer('Removed or switched off'),
    renewed: integer('Renewed, renamed or protected by MFA'),
    alarming: integer('MFA removed or root used'),
  },
  chart: {
    kind: 'columns',
    over: 'day',
    order: 'day',
    series: [
      { column: 'removed', tone: 'good' },
      { column: 'renewed', tone: 'accent' },
      { column: 'added', tone: 'medium' },
      { column: 'alarming', tone: 'critical' },
    ],
  },
});
