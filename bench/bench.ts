import { cpus, totalmem } from 'node:os';
import Table from 'cli-table3';
import { measureArtifact } from './artifact';
import { measureCollect } from './collect';
import { measureHistory } from './history';
import { measureSql } from './sql';
import { megabytes, type Measurement } from './table';

/** `npm run bench`: measures, prints, asserts nothing. */
async function main() {
  const rows: Measurement[] = [
    ...measureArtifact(),
    ...(await measureCollect()),
    ...(await measureHistory()),
    ...(await measureSql()),
  ];
  const table = new Table({ head: ['measured', 'result', 'aim'], style: { head: [], border: [] } });
  for (const { what, result, aim } of rows) table.push([what, result, aim]);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${megabytes(totalmem())}`);
  console.log(table.toString());
}

void main();
