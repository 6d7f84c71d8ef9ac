import { integer, text } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

export const keyAge = defineDrawing({
  query: 'key_age',
  title: 'Age of active access keys in days',
  question: 'How old are the keys that still open doors?',
  columns: {
    age: text('Age in days'),
    youngest: integer('From'),
    in_time: integer('Up to 90 days'),
    to_rotate: integer('Over 90 days'),
  },
  chart: {
    kind: 'columns',
    over: 'age',
    order: 'youngest',
    series: [
      { column: 'in_time', tone: 'good' },
      { column: 'to_rotate', tone: 'high' },
    ],
  },
});
