import { cpus, totalmem } from 'node:os';
import Table from 'cli-table3';
import { measureArtifact } from './artifact';
import { measureCollect } from './collect';
import { measureDemo } from './demo';
import { figuresText } from './figures';
import { keepFigures, type Machine } from './figures-file';
import { measureHistory } from './history';
import { isTrial, measureLarge } from './large';
import { resultText, type Measurement } from './measurement';
import { measureReading } from './read';
import { rows } from './rows';
import { measureSql } from './sql';
import { measureTrail } from './trail';
import { megabytes } from './units';

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

/**
 * `npm run bench`, or `npm run bench -- sql demo` for parts of it: measures, prints, keeps what each part measured in
 * `bench/figures.json`, asserts nothing.
 */
async function main(names: readonly string[]) {
  const machine: Machine = {
    day: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: cpus().length,
    totalMemory: totalmem(),
  };
  const table = new Table({ head: ['measured', 'result', 'aim'], style: { head: [], border: [] } });
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    const part = { ...parts, ...large }[name];
    if (part === undefined)
      throw new Error(`there is no part ${name}, but ${Object.keys({ ...parts, ...large }).join(', ')}`);
    const measured = await part();
    if (name === 'large' && isTrial) console.log('of other days than its rows say: not kept');
    else keepFigures(measured, machine);
    for (const one of measured) {
      const { what, aim = {} } = rows[one.row];
      const result = [resultText(one), ...(one.printed?.split(/; |, /) ?? [])].join('\n');
      table.push([what, result, figuresText(aim, '≤ ')]);
    }
  }
  console.log(`Node ${machine.node}, ${machine.cores} cores, ${megabytes(machine.totalMemory)}`);
  console.log(table.toString());
}

void main(process.argv.slice(2));
