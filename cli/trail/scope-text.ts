import { counted } from '../../lambda/shared/text/counted';
import type { TrailScope } from '../../local/trail';
import { printable } from '../output/printable';

/** What an answer is made of and cannot know, one sentence a line. */
export function scopeText(scope: TrailScope): string {
  const { from, to, regions, files, daysWithoutFiles, dataEventSources, filesNotRead } = scope;
  const lines = [
    `events of ${from} to ${to}, from ${counted(files, 'file')} of ${regions.length === 0 ? 'no region' : regions.join(', ')}`,
    'files of the day after are read too: CloudTrail can deliver an event a day later',
    'a use is a call that succeeded; an attempt was refused or failed, and tells what was wanted',
    ...(daysWithoutFiles.length === 0
      ? []
      : [`${counted(daysWithoutFiles.length, 'day')} without any file: ${daysText(daysWithoutFiles)}`]),
    dataEventSources.length === 0
      ? 'no data event was seen, of anybody: what was done to objects of S3, by invoking functions, to items of tables and the like cannot be known'
      : `data events were seen of ${dataEventSources.join(', ')}: of other services they cannot be known`,
    ...filesNotRead.map(({ file, reason }) => `warning: ${file}: ${reason}`),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
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
