import { folderStore } from '../cli/history/folder-store';
import { bringDay } from '../lambda/history/bring-day';
import { historySources } from '../lambda/report/history-source';
import { DataFolder } from '../local/athena/data-folder';
import { report, timed } from './measuring';

/** Writes one day of a folder into its history. Arguments: the folder, and the day as `yyyy/MM/dd`. */
async function main() {
  const [folder = '', day = ''] = process.argv.slice(2);
  const store = folderStore(new DataFolder(folder), 's3://local/');
  const sizes: string[] = [];
  const all = await timed(async () => {
    for (const source of historySources) {
      const { manifest } = await bringDay(store, source, day);
      const raw = manifest.inputs.reduce((bytes, { size }) => bytes + size, 0);
      sizes.push(
        `${source.name} ${manifest.inputs.length} objects, ${kilobytes(raw)} to ${kilobytes(manifest.bytes)}`,
      );
    }
  });
  report({ all }, { sizes: sizes.join('; ') });
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

void main();
