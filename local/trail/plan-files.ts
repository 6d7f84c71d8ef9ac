import { dayRange } from './day-range';
import { accountFolders } from './account-folders';
import type { TrailFile, TrailPlace } from './trail-place';
import type { TrailSelection } from './trail-selection';

/** What is to be read for a selection. */
export interface FilePlan {
  readonly place: TrailPlace;
  readonly selection: TrailSelection;
  readonly files: readonly PlannedFile[];
  readonly regions: readonly string[];
  readonly daysWithoutFiles: readonly string[];
}

export interface PlannedFile extends TrailFile {
  readonly region: string;
}

/**
 * Finds the account's files of the days, and of the day after them: a folder's day is that of the delivery.
 * @throws TrailError where the trail has nothing of the account
 */
export async function planFiles(
  place: TrailPlace,
  selection: TrailSelection,
  today: string,
): Promise<FilePlan> {
  const days = dayRange(selection.from, selection.to, 1).filter((day) => day <= today);
  const files: PlannedFile[] = [];
  const regions = new Set<string>();
  for (const folder of await accountFolders(place, selection.accountId)) {
    for (const region of await place.folders(`${folder}CloudTrail/`)) {
      regions.add(region);
      const delivered = await place.files(`${folder}CloudTrail/${region}/`, days);
      files.push(...delivered.map((file) => ({ ...file, region })));
    }
  }
  const seen = new Set(files.map(({ path }) => /(\d{4}\/\d\d\/\d\d)\/[^/]*$/.exec(path)?.[1]));
  return {
    place,
    selection,
    files,
    regions: [...regions].sort(),
    daysWithoutFiles: days.filter((day) => !seen.has(day.replaceAll('-', '/'))),
  };
}
