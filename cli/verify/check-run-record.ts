import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixes } from '../../lambda/report/object-key';
import { sha256Of } from '../../lambda/report/sha256';
import type { AccountObject } from './stored-objects';

/** What a run record says about its objects, and what is wrong with it. */
export interface CheckedRecord {
  /** The objects that the record speaks of and that are there: its report, and the facts beside it. */
  readonly spokenOf: readonly string[];
  readonly problem: string | undefined;
}

const nothing = (problem?: string): CheckedRecord => ({ spokenOf: [], problem });

/**
 * Holds one run record against the stored report and facts. The record's keys are looked up among the objects found and
 * never opened as paths: a member wrote them.
 */
export function checkRunRecord(
  dataFolder: string,
  record: AccountObject,
  objects: ReadonlyMap<string, AccountObject>,
): CheckedRecord {
  if (record.accountId === undefined)
    return nothing('is not named as a run record of an account and a day up to today');
  const said = readRecord(join(dataFolder, record.key));
  if (!said) return nothing('is not a JSON object, so nothing can be verified by it');
  if (said['status'] === 'failed') return nothing();
  if (said['status'] !== 'collected' || typeof said['key'] !== 'string')
    return nothing('says neither failed nor which report it collected');
  // Records from before the facts, and of runs without them, name none.
  const facts = said['facts'] ?? undefined;
  const checked = [
    checkObject(dataFolder, record, said, objects, 'report'),
    ...(facts === undefined
      ? []
      : [checkObject(dataFolder, record, Object(facts) as Said, objects, 'facts')]),
  ];
  return {
    spokenOf: checked.flatMap(({ spokenOf }) => spokenOf),
    problem: checked.find(({ problem }) => problem !== undefined)?.problem,
  };
}

type Said = Readonly<Record<string, unknown>>;

/** One stored object against what is said of it. */
function checkObject(
  dataFolder: string,
  record: AccountObject,
  { key, bytes, sha256 }: Said,
  objects: ReadonlyMap<string, AccountObject>,
  what: 'report' | 'facts',
): CheckedRecord {
  const object = objects.get(String(key));
  const folder = { report: prefixes.reports, facts: prefixes.facts }[what];
  if (!object?.key.startsWith(`${folder}/`))
    return nothing(`names ${String(key)}, which is not in the folder`);
  const spokenOf = [object.key];
  if (object.accountId !== record.accountId || object.day !== record.day)
    return nothing(
      `names ${object.key}, ${what === 'report' ? 'a report' : 'facts'} of another account or day`,
    );
  const stored = readFileSync(join(dataFolder, object.key));
  const storedHash = sha256Of(stored);
  const have = what === 'report' ? 'report has' : 'facts have';
  if (stored.length !== bytes)
    return { spokenOf, problem: `says ${String(bytes)} bytes, the stored ${have} ${stored.length}` };
  if (storedHash !== sha256)
    return { spokenOf, problem: `says sha256 ${String(sha256)}, the stored ${have} ${storedHash}` };
  return { spokenOf, problem: undefined };
}

function readRecord(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
