import { labelOf } from '../../athena-ddl/question';
import type { PageData } from '../page-data';
import { daysBetween } from './words';

/** A number of today with the one it is compared to. */
export interface Headline {
  readonly label: string;
  readonly value: number;
  readonly before: number | undefined;
}

/** What every number of the headline is compared to: a day at most 30 days ago; none where today is all there is. */
export interface Headlines {
  readonly since: string | undefined;
  readonly numbers: readonly Headline[];
}

const comparedDays = 30;

type Row = PageData['consoleUsers']['rows'][number];

/** The newest day of the trend, and the one that everything is compared to. */
export function comparedRows(
  rows: readonly Row[],
  asOf: string,
): { readonly today: Row | undefined; readonly before: Row | undefined } {
  const today = rows.at(-1);
  const first = rows.find(({ day }) => daysBetween(day, asOf) <= comparedDays);
  return { today, before: first === today ? undefined : first };
}

/** The numbers to bring down, with their change. */
export function headlinesOf({ consoleUsers, asOf }: PageData): Headlines {
  const { today, before } = comparedRows(consoleUsers.rows, asOf);
  const { columns } = consoleUsers.asked;
  const names = [
    'console_users',
    'console_users_without_mfa',
    'active_keys',
    'keys_older_than_90_days',
    'urgent_findings',
  ] as const;
  return {
    since: before?.day,
    numbers: names.map((name) => ({
      label: labelOf(columns, name),
      value: today?.[name] ?? 0,
      before: before?.[name],
    })),
  };
}
