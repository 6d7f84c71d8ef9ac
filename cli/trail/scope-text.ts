import { counted } from '../../lambda/shared/text/counted';
import type { TrailScope } from '../../local/trail';
import { printable } from '../output/printable';

/** What an answer is made of and cannot know, one sentence a line. */
export function scopeText(scope: TrailScope): string {
  const lines = [
    ...(scope.origin === 'history' ? historyLines(scope) : filesLines(scope)),
    'a use is a call that succeeded; an attempt was refused or failed, and tells what was wanted',
    dataLine(scope),
    ...scope.filesNotRead.map(({ file, reason }) => `warning: ${file}: ${reason}`),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function filesLines({
  origin,
  from,
  to,
  regions,
  files,
  daysWithoutFiles: days,
}: TrailScope): readonly string[] {
  return [
    `events of ${from} to ${to}, from ${origin === 'athena' ? 'Athena, ' : `${counted(files, 'file')} `}of ${regions.length === 0 ? 'no region' : regions.join(', ')}`,
    'files of the day after are read too: CloudTrail can deliver an event a day later',
    ...(days.length === 0
      ? []
      : [
          `${counted(days.length, 'day')} without any ${origin === 'athena' ? 'event' : 'file'}: ${daysText(days)}`,
        ]),
  ];
}

function historyLines({ from, to, regions }: TrailScope): readonly string[] {
  return [
    `events of ${from} to ${to}, from CloudTrail's history of ${regions.join(', ')}: of other regions nothing is known`,
  ];
}

const dataEvents =
  'what was done to objects of S3, by invoking functions, to items of tables and the like cannot be known';

/** Whose data events were seen, and so what cannot be known. */
export function dataLine({ origin, dataEventSources: sources }: TrailScope): string {
  if (origin === 'history') return `the history has no data events: ${dataEvents}`;
  if (sources.length === 0) return `no data event was seen, of anybody: ${dataEvents}`;
  return `data events were seen of ${sources.join(', ')}: of other services they cannot be known`;
}

const dayMs = 86_400_000;

/** Days in their order, those that follow each other as a range. */
export function daysText(days: readonly string[]): string {
  const ranges: { first: string; last: string }[] = [];
  for (const day of days) {
    const range = ranges.at(-1);
    if (range !== undefined && Date.parse(day) - Date.parse(range.last) === dayMs) range.last = day;
    else ranges.push({ first: day, last: day });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first} to ${last}`)).join(', ');
}
