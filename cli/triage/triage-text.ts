import { keyTriageQuestion, type TriagedKey } from '../../athena-ddl/questions/key-triage';
import { resultText, type ResultStyle } from '../output/result-text';
import { keySteps } from './key-steps';
import { useCommand } from './use-command';

/** Keys for a person, or every column with the steps for a program. */
export function triageText(rows: readonly TriagedKey[], style: ResultStyle): string {
  if (style.format === 'table') return resultText(shown, rows.map(shownCells), style);
  const names = Object.keys(keyTriageQuestion.columns) as (keyof TriagedKey)[];
  return resultText(
    [...names, 'first_step', 'undo', 'later', 'note', 'use'],
    rows.map((row) => {
      const { first = null, undo = null, later = null, note } = keySteps(row);
      return [...names.map((name) => row[name]), first, undo, later, note, useCommand(row) ?? null];
    }),
    style,
  );
}

const shown = [
  'place',
  'account',
  'user',
  'key id',
  'owner',
  'days old',
  'last use',
  'administrator',
  'advice',
  'reason',
  'exceptions',
];

function shownCells(row: TriagedKey): (string | number | null)[] {
  const { account_id: id, account_name: name } = row;
  return [
    row.place,
    name === null || name.trim() === '' ? id : `${name} (${id})`,
    row.user_name,
    row.key_id ?? `${row.credential.replaceAll('_', ' ')}, id not certain`,
    row.owner,
    row.age_days,
    lastUse(row),
    row.admin_right,
    row.advice,
    row.reason,
    row.exceptions,
  ];
}

function lastUse({
  last_used_on: day,
  idle_days,
  last_used_service: service,
  last_used_region: region,
}: TriagedKey) {
  if (day === null) return idle_days === null ? 'unknown' : 'never';
  return [day, service, region].filter((part) => part !== null && part !== '').join(' ');
}
