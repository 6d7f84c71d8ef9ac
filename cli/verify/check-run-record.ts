import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../lambda/report/sha256';
import type { AccountObject } from './stored-objects';

/** What a run record says about its report, and what is wrong with it. */
export interface CheckedRecord {
  /** The report that the record speaks of; undefined when it stored none. */
  readonly reportKey: string | undefined;
  readonly problem: string | undefined;
}

/**
 * Holds one run record against the stored report. The record's key is looked up among the objects found and
 * never opened as a path: a member wrote it.
 */
export function checkRunRecord(
  dataFolder: string,
  record: AccountObject,
  reports: ReadonlyMap<string, AccountObject>,
): CheckedRecord {
  if (record.accountId === undefined) {
    return {
      reportKey: undefined,
      problem: 'is not named as a run record of an account and a day up to today',
    };
  }
  const said = readRecord(join(dataFolder, record.key));
  if (!said)
    return { reportKey: undefined, problem: 'is not a JSON object, so nothing can be verified by it' };
  if (said['status'] === 'failed') return { reportKey: undefined, problem: undefined };
  const { status, key, bytes, sha256 } = said;
  if (status !== 'collected' || typeof key !== 'string') {
    return { reportKey: undefined, problem: 'says neither failed nor which report it collected' };
  }
  const report = reports.get(key);
  if (!report) return { reportKey: undefined, problem: `names ${key}, which is not in the folder` };
  if (report.accountId !== record.accountId || report.day !== record.day) {
    return { reportKey: undefined, problem: `names ${key}, a report of another account or day` };
  }
  const stored = readFileSync(join(dataFolder, key));
  const storedHash = sha256Of(stored);
  if (stored.length !== bytes) {
    return { reportKey: key, problem: `says ${String(bytes)} bytes, the stored report has ${stored.length}` };
  }
  if (storedHash !== sha256) {
    return { reportKey: key, problem: `says sha256 ${String(sha256)}, the stored report has ${storedHash}` };
  }
  return { reportKey: key, problem: undefined };
}

function readRecord(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
