import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Objects = Readonly<Record<string, string | Buffer>>;

/** Writes objects by their keys into a folder laid out as the bucket. */
export function writeObjects(folder: string, objects: Objects): void {
  mkdirSync(folder, { recursive: true });
  for (const [key, body] of Object.entries(objects)) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), body);
  }
}

/** Writes lines below those that the object has, and below a head where it has none. */
export function addLines(folder: string, key: string, lines: readonly string[], head = ''): void {
  if (!existsSync(join(folder, key))) writeObjects(folder, { [key]: head });
  appendFileSync(join(folder, key), lines.map((line) => `${line}\n`).join(''));
}
