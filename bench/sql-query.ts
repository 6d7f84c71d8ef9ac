import { openLocalAthena } from '../local/athena';
import { report, timed } from './measuring';
import { median } from './units';

/**
 * Measures one statement: `sql-query.ts FOLDER RUNS DAYS KEPT SQL`, where DAYS is a number or `all`, and KEPT the folder of
 * typed rows or `none`. The first look makes them, the others read them.
 */
async function main([folder = '', runs = '1', days = 'all', kept = 'none', sql = '']: string[]) {
  const looks: number[] = [];
  let scans = '';
  for (let run = 0; run < Number(runs); run++) {
    const look = await timed(async () => {
      const athena = await openLocalAthena({
        dataFolder: folder,
        ...(days === 'all' ? {} : { days: { last: Number(days) } }),
        ...(kept === 'none' ? {} : { keepIn: kept }),
      });
      await athena.query(sql);
      if (run === 0)
        scans = (await athena.scans(sql))
          .map(({ table, scans, days }) => `${table} ${scans}x ${days} days`)
          .join(', ');
      athena.close();
    });
    looks.push(look);
  }
  const [first = Number.NaN, ...others] = looks;
  report({ first, again: median(others) }, { scans });
}

void main(process.argv.slice(2));
