import { join } from 'node:path';
import { trailFolder, writeTrail } from '../../../cli/demo/trail/write-trail';
import { folderPlace } from '../../../local/trail';
import { recordsOf } from '../../../local/trail/records-of';

type Fields = Readonly<Record<string, unknown>>;

/** An event of the demo's trail as CloudTrail wrote it, with the account and the region of its folder. */
export interface FolderEvent {
  readonly account: string;
  readonly region: string;
  readonly record: Fields;
}

/** Writes the demo's trail into a folder and reads its events. */
export async function trailEvents(folder: string): Promise<readonly FolderEvent[]> {
  writeTrail(folder);
  const place = folderPlace(join(folder, trailFolder));
  const events: FolderEvent[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const name of await place.folders(path)) await walk(`${path}${name}/`);
    const day = /(\d{4})\/(\d\d)\/(\d\d)\/$/.exec(path);
    if (day === null) return;
    const above = path.slice(0, day.index);
    const [, account = '', region = ''] = /(\d{12})\/CloudTrail\/([^/]+)\/$/.exec(above) ?? [];
    for (const file of await place.files(above, [day.slice(1).join('-')])) {
      for (const record of await recordsOf(await place.read(file)))
        events.push({ account, region, record: record as Fields });
    }
  };
  await walk('');
  return events;
}
