import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsKey, factsKey, reportKey, runRecordKey } from '../../lambda/report/object-key';
import { openLocalAthena, type LocalAthena } from '../../local/athena';
import { longAfter, recordedReport, report } from '../local/athena/report-text';

type Sparse = Readonly<Record<string, unknown>>;
type ByDay<T> = Readonly<Record<string, T>>;

/**
 * One case: what lies in the bucket and the rows that views must have, and queries. Fields that do not matter are left out;
 * `-45d` stands for noon 45 days before the day that it is written under.
 */
export interface Case {
  readonly why: string;
  /** ISO day, then account id (with `-Name` where the name matters): rows of the report, or a recorded report's name. */
  readonly reports?: ByDay<Readonly<Record<string, readonly Sparse[] | string>>>;
  readonly runs?: ByDay<Readonly<Record<string, Sparse | string>>>;
  readonly accounts?: ByDay<readonly (Sparse | string)[]>;
  /** ISO day, then account id: lines of what IAM tells beside the report. */
  readonly facts?: ByDay<Readonly<Record<string, readonly (Sparse | string)[]>>>;
  /** Other objects, by key. */
  readonly objects?: Readonly<Record<string, string>>;
  /** Lines of exceptions.csv below its header. */
  readonly exceptions?: readonly string[];
  /** Lines of controls.csv below its header. */
  readonly controls?: readonly string[];
  /** ISO time of the clock; by default long after the newest day. */
  readonly now?: string;
  /** ISO day that is today; by default the engine's own. */
  readonly asOf?: string;
  readonly expect: readonly {
    /** Columns and the rest of a SELECT: `user_name, control FROM finding WHERE …`. */
    readonly select: string;
    /** In any order. */
    readonly rows: readonly (readonly unknown[])[];
  }[];
  /** What queries of `athena-ddl/queries` must answer. */
  readonly answers?: readonly {
    readonly query: string;
    readonly columns: readonly string[];
    /** In the query's own order. */
    readonly rows: readonly (readonly unknown[])[];
  }[];
}

const folder = join(__dirname, 'cases');

export function cases(): readonly (readonly [string, Case])[] {
  return readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case,
  ]);
}

/** Opens a folder at the moment of a case, its typed rows kept where that is asked for. */
export function openCase({ now, asOf }: Case, dataFolder: string, keepIn?: string): Promise<LocalAthena> {
  return openLocalAthena({
    dataFolder,
    now: now === undefined ? longAfter : () => new Date(now),
    ...(asOf === undefined ? {} : { asOf }),
    ...(keepIn === undefined ? {} : { keepIn }),
  });
}

/** Rows as a bag. */
export function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** The objects of a case by key. */
export function objectsOf(given: Case): Readonly<Record<string, string>> {
  const objects: Record<string, string> = { ...given.objects };
  for (const [day, accounts] of Object.entries(given.reports ?? {})) {
    for (const [account, rows] of Object.entries(accounts)) {
      const [id = '', ...name] = account.split('-');
      const body =
        typeof rows === 'string' ? recordedReport(rows) : report(id, ...rows.map((row) => dated(row, day)));
      objects[reportKey(new Date(day), id, name.join('-') || 'Sandbox')] = body;
    }
  }
  for (const [day, runs] of Object.entries(given.runs ?? {})) {
    for (const [id, run] of Object.entries(runs))
      objects[runRecordKey(new Date(day), id)] = line(run, runOf(day, id));
  }
  for (const [day, accounts] of Object.entries(given.accounts ?? {})) {
    objects[accountsKey(new Date(day))] = accounts.map((account) => line(account, anAccount)).join('');
  }
  for (const [day, facts] of Object.entries(given.facts ?? {})) {
    for (const [id, lines] of Object.entries(facts))
      objects[factsKey(new Date(day), id)] = lines.map((fact) => factLine(fact, day)).join('');
  }
  if (given.exceptions !== undefined) {
    const header = 'account_id,user_name,control,reason,approved_by,expires_on';
    objects['exceptions/exceptions.csv'] = [header, ...given.exceptions].join('\n');
  }
  if (given.controls !== undefined)
    objects['controls/controls.csv'] = ['control,days,reason', ...given.controls].join('\n');
  return objects;
}

function runOf(day: string, id: string): Sparse {
  return {
    account_id: id,
    account_name: 'Sandbox',
    status: 'collected',
    scheduled_at: `${day}T03:00:00.000Z`,
    started_at: `${day}T03:10:00.000Z`,
    finished_at: `${day}T03:10:05.000Z`,
    report_generated_at: `${day}T03:10:00Z`,
    collector_version: '0.1.0',
    warnings: [],
    error: null,
  };
}

const anAccount: Sparse = {
  account_name: 'Sandbox',
  state: 'ACTIVE',
  joined_at: '2024-02-01T00:00:00Z',
  joined_method: 'CREATED',
  ou_path: 'Root/Prod',
  ou_ids: ['r-abcd'],
  expected: true,
  not_expected_reason: null,
};

function line(given: Sparse | string, base: Sparse): string {
  return typeof given === 'string' ? `${given}\n` : `${JSON.stringify({ ...base, ...given })}\n`;
}

function factLine(given: Sparse | string, day: string): string {
  if (typeof given === 'string') return `${given}\n`;
  const fields = Object.entries(given).map(([name, value]) => [name, timeOf(value, day) ?? value] as const);
  return `${JSON.stringify(Object.fromEntries(fields))}\n`;
}

function dated(row: Sparse, day: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, timeOf(value, day) ?? String(value)]),
  );
}

/** Noon so many days before the day, for `-45d`, or after it, for `+45d`. */
function timeOf(value: unknown, day: string): string | undefined {
  const [, sign, days] = /^([-+])(\d+)d$/.exec(String(value)) ?? [];
  if (days === undefined) return undefined;
  const away = Number(days) * (sign === '-' ? -86_400_000 : 86_400_000);
  return new Date(Date.parse(`${day}T12:00:00Z`) + away).toISOString().replace('.000', '');
}
