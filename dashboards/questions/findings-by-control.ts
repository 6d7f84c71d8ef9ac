import { integer, text } from '../../athena-ddl/question';
import { defineDrawing } from '../question';

export const findingsByControl = defineDrawing({
  query: 'findings_by_control',
  title: 'Open findings by control and organizational unit',
  question: 'Which rule is broken where?',
  columns: {
    control: text('Control'),
    severity: text('Severity'),
    unit: text('Organizational unit'),
    findings: integer('Open findings'),
  },
  chart: { kind: 'matrix', rows: 'control', columns: 'unit', value: 'findings' },
});
