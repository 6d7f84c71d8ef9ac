import { cpus, totalmem } from 'node:os';
import Table from 'cli-table3';
import { measureArtifact } from './artifact';
import { measureCollect } from './collect';
import { measureDemo } from './demo';
import { measureHistory } from './history';
import { measureLarge } from './large';
import { measureReading } from './read';
import { measureSql } from './sql';
import { measureTrail } from './trail';
import { megabytes, type Measurement } from './table';

const parts: Readonly<Record<string, () => Measurement[] | Promise<Measurement[]>>> = {
  artifact: measureArtifact,
  demo: measureDemo,
  collect: measureCollect,
  history: measureHistory,
  sql: measureSql,
  read: measureReading,
  trail: measureTrail,
};

/** Only when it is named: it takes a quarter of an hour. */
const large = { large: measureLarge };

/** `npm run bench`, or `npm run bench -- sql demo` for parts of it: measures, prints, asserts nothing. */
async function main(names: readonly string[]) {
  const rows: Measurement[] = [];
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    const part = { ...parts, ...large }[name];
    if (part === undefined)
      throw new Error(`there is no part ${name}, but ${Object.keys({ ...parts, ...large }).join(', ')}`);
    rows.push(...(await part()));
  }
  const table = new Table({ head: ['measured', 'result', 'aim'], style: { head: [], border: [] } });
  for (const { what, result, aim } of rows) table.push([what, result, aim]);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${megabytes(totalmem())}`);
  console.log(table.toString());
}

void main(process.argv.slice(2));
