import { openLocalAthena } from '../local/athena';
import { report, timed } from './measuring';
import { median } from './table';

/** Measures one statement: `sql-query.ts FOLDER RUNS DAYS SQL`, where DAYS is a number or `all`. */
async function main([folder = '', runs = '1', days = 'all', sql = '']: string[]) {
  const opening: number[] = [];
  const querying: number[] = [];
  let scans = '';
  for (let run = 0; run < Number(runs); run++) {
    const start = performance.now();
    const athena = await openLocalAthena({
      dataFolder: folder,
      ...(days === 'all' ? {} : { days: { last: Number(days) } }),
    });
    opening.push(performance.now() - start);
    querying.push(await timed(() => athena.query(sql)));
    if (run === 0)
      scans = (await athena.scans(sql))
        .map(({ table, scans, days }) => `${table} scanned ${scans}x, ${days} days`)
        .join(', ');
    athena.close();
  }
  report({ open: median(opening), query: median(querying) }, { scans });
}

void main(process.argv.slice(2));
