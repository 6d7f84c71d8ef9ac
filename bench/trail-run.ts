import { folderPlace, planFiles, readUse } from '../local/trail';
import { report, timed } from './measuring';
import { trailAccount, trailDays, trailUser } from './trail-data';

/** What `use` does with a trail. Argument: its folder. */
async function main() {
  const [folder = ''] = process.argv.slice(2);
  const [from = '', to = ''] = [trailDays.at(0), trailDays.at(-1)];
  let calls = 0;
  const all = await timed(async () => {
    const selection = { accountId: trailAccount, principal: { user: trailUser }, from, to };
    const plan = await planFiles(folderPlace(folder), selection, '2026-11-30');
    const { uses } = await readUse(plan, () => undefined);
    calls = uses.reduce((sum, use) => sum + use.calls, 0);
  });
  report({ all }, { calls: String(calls) });
}

void main();
