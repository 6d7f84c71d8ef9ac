import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cases, objectsOf, type Case } from '../../athena-ddl/case';
import { localMoment } from '../local-moment';
import type { Moment } from '../sql/at-moment';
import { writeObjects } from './write-objects';

/** Cases of `test/athena-ddl/cases` of one moment: one after the other is what a bucket holds. */
export interface CaseSeries {
  /** Of its bucket. */
  readonly name: string;
  readonly folder: string;
  readonly moment: Moment;
  readonly cases: readonly (readonly [string, Case])[];
}

/** Series run side by side, so one of them must not be long. */
const mostCases = 15;

/** The cases by their moments, long series first. */
export function caseSeries(folder: string): readonly CaseSeries[] {
  const byMoment = new Map<string, { moment: Moment; cases: (readonly [string, Case])[] }>();
  const look = join(folder, 'look');
  for (const [name, given] of cases()) {
    putObjects(look, given);
    const moment = localMoment(look, given);
    const known = byMoment.get(JSON.stringify(moment)) ?? { moment, cases: [] };
    byMoment.set(JSON.stringify(moment), known);
    known.cases.push([name, given]);
  }
  return [...byMoment.values()]
    .flatMap(({ moment, cases }) => inParts(cases).map((part) => ({ moment, cases: part })))
    .sort((a, b) => b.cases.length - a.cases.length)
    .map((series, i) => ({ ...series, name: `cases_${i}`, folder: join(folder, String(i)) }));
}

/** Makes the case's objects the only ones in a folder. */
export function putObjects(folder: string, given: Case): void {
  rmSync(folder, { recursive: true, force: true });
  writeObjects(folder, objectsOf(given));
}

function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / mostCases);
  return Array.from({ length: parts }, (_, part) => all.filter((_one, i) => i % parts === part));
}
