import { checkLines, type Refuse } from '../csv-lists/check-lines';
import type { CsvProblem } from '../csv-lists/csv-lines';
import type { KnownControl } from './known-controls';

/** The columns of controls.csv, in the order in which the table `control_setting` reads them. */
export const controlColumns = ['control', 'days', 'reason'] as const;

/** Most days that a control may ask for, ten years; `z_control_setting` passes over more. */
const maxDays = 3650;

/**
 * Everything that is wrong with the text of controls.csv, by line; nothing when it can be deployed.
 * @param known the controls that the SQL has (`knownControls`)
 */
export function checkControls(csv: string, known: readonly KnownControl[]): readonly CsvProblem[] {
  return checkLines(csv, {
    columns: controlColumns,
    keyColumns: 1,
    key: 'control',
    checkFields: (fields, refuse) => checkFields(fields, known, refuse),
  });
}

function checkFields(fields: readonly string[], known: readonly KnownControl[], refuse: Refuse): void {
  const [name = '', days = '', reason = ''] = fields;
  const control = known.find((one) => one.name === name);
  const names = known.map((one) => one.name);
  refuse(control === undefined, 'control', `one of ${names.join(', ')}`, name);
  if (control !== undefined && !control.hasDays) {
    refuse(days !== 'off', 'days', `off, since ${name} asks for no days`, days);
  } else {
    const allowed = `a whole number from 1 to ${maxDays}, or off`;
    refuse(
      days !== 'off' && !(/^[1-9]\d{0,3}$/.test(days) && Number(days) <= maxDays),
      'days',
      allowed,
      days,
    );
  }
  refuse(reason.trim() === '', 'reason', 'text', reason);
}
