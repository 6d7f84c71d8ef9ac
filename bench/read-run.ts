import { writeDashboard } from '../cli/dashboard/write-dashboard';
import { localDigest } from '../cli/digest/local-digest';
import { mailOf } from '../lambda/shared/messages/mail';
import { openLocalAthena } from '../local/athena';
import { report, timed } from './measuring';

/** One page or mail as the command makes it: `read-run.ts dashboard|digest FOLDER KEPT PAGE`. */
async function main([what = '', folder = '', kept = '', page = '']: string[]) {
  let bytes = 0;
  const all = await timed(async () => {
    const athena = await openLocalAthena({ dataFolder: folder, keepIn: kept });
    bytes =
      what === 'dashboard'
        ? await writeDashboard(athena, page, 90)
        : Buffer.byteLength(mailOf(await localDigest(athena, 'week')).text);
    athena.close();
  });
  report({ all }, { bytes: `${Math.round(bytes / 1024)} KB` });
}

void main(process.argv.slice(2));
