import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AccountLine } from '../lambda/accounts/account-line';
import { reportColumns, requiredColumnCount } from '../lambda/report/columns';
import { accountsKey, reportKey, runRecordKey } from '../lambda/report/object-key';
import { jsonLine } from '../lambda/report/json-line';
import type { RunRecord } from '../lambda/report/run-record';
import { sha256Of } from '../lambda/report/sha256';

/** Size of an organization to measure with. */
export interface SampleSize {
  readonly accounts: number;
  readonly usersPerAccount: number;
  readonly days: number;
}

/** The newest day of a sample. */
export const lastDay = Date.parse('2026-11-22T03:00:00Z');
const dayMs = 86_400_000;

export function sampleAccountId(index: number): string {
  return String(100000000001 + index);
}

/** Fills a folder laid out as the bucket: every account of every day, with reports that age and change a little. */
export function writeSampleData(folder: string, size: SampleSize): void {
  for (let back = size.days - 1; back >= 0; back--) {
    const day = new Date(lastDay - back * dayMs);
    const put = (key: string, text: string) => {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), text);
    };
    const lines: AccountLine[] = [];
    for (let index = 0; index < size.accounts; index++) {
      const id = sampleAccountId(index);
      const name = `Sandbox ${index}`;
      const report = sampleReport(id, size.usersPerAccount, day);
      const key = reportKey(day, id, name);
      put(key, report);
      put(runRecordKey(day, id), sampleRunRecord(id, name, day, key, report));
      lines.push(sampleAccountLine(id, name));
    }
    put(accountsKey(day), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
}

function sampleRunRecord(id: string, name: string, day: Date, key: string, report: string): string {
  const at = day.toISOString();
  return jsonLine({
    account_id: id,
    account_name: name,
    status: 'collected',
    scheduled_at: at,
    started_at: at,
    finished_at: at,
    report_generated_at: at,
    users: report.split('\n').length - 1,
    bytes: report.length,
    sha256: sha256Of(report),
    key,
    facts: null,
    collector_version: '0.0.0',
    warnings: [],
    error: null,
  } satisfies RunRecord);
}

/** An active account from which a report is expected. */
export function sampleAccountLine(id: string, name: string): AccountLine {
  return {
    account_id: id,
    account_name: name,
    state: 'ACTIVE',
    joined_at: '2020-01-01T00:00:00.000Z',
    joined_method: 'CREATED',
    ou_path: 'Root/Sandbox',
    ou_ids: ['r-any1', 'ou-any1-sandbox1'],
    expected: true,
    not_expected_reason: null,
    root_centrally_managed: null,
    organization_id: 'o-ab12cd34ef',
    owner_tag: 'owner',
  };
}

/** A report whose users have passwords and keys of every age, some of them used that day. */
export function sampleReport(accountId: string, users: number, day: Date): string {
  const root = `<root_account>,arn:aws:iam::${accountId}:root,2020-01-01T00:00:00Z,true,N/A,2020-01-01T00:00:00Z,not_supported,true,${'false,N/A,N/A,N/A,N/A,'.repeat(2)}false,N/A,false,N/A`;
  const rows = Array.from({ length: users }, (_, index) => sampleUser(accountId, index, day));
  return [reportColumns.slice(0, requiredColumnCount).join(','), root, ...rows].join('\n');
}

function sampleUser(accountId: string, index: number, day: Date): string {
  const name = `user-${String(index).padStart(4, '0')}`;
  /** A number below `limit` that looks random and is the user's own. */
  const own = (what: string, limit: number) => numberOf(`${accountId} ${index} ${what}`) % limit;
  const dayNumber = Math.floor(day.getTime() / dayMs);
  // Nobody does all at the same second of the day.
  const ago = (days: number, what: string) =>
    new Date((dayNumber - days) * dayMs + own(what, 10_000) * 1_000).toISOString().replace('.000', '');
  const password =
    own('password', 2) === 0
      ? `true,${ago((dayNumber + own('sign-in', 120)) % (7 + own('habit', 110)), 'sign-in')},2022-01-01T00:00:00Z,N/A`
      : 'false,N/A,N/A,N/A';
  // Every key is rotated once in 200 days, each on a day of its own.
  const rotated = (dayNumber + own('rotation', 200)) % 200;
  const used = `${ago(Math.min(rotated, own('use', 60)), 'use')},${regions[own('region', regions.length)]},${services[own('service', services.length)]}`;
  const key = own('key', 8) === 0 ? 'false,N/A,N/A,N/A,N/A' : `true,${ago(rotated, 'rotation')},${used}`;
  const second =
    own('second key', 5) === 0
      ? `true,${ago(400 + rotated, 'second key')},N/A,N/A,N/A`
      : 'false,N/A,N/A,N/A,N/A';
  const created = `${2016 + own('year', 8)}-0${1 + own('month', 9)}-1${own('day', 9)}T08:00:00Z`;
  return `${name},arn:aws:iam::${accountId}:user/${name},${created},${password},${own('mfa', 3) > 0},${key},${second},false,N/A,false,N/A`;
}

const regions = ['eu-west-1', 'eu-central-1', 'us-east-1', 'N/A'];
const services = ['s3', 'ec2', 'sts', 'dynamodb', 'lambda', 'N/A'];

/** FNV-1a, 32 bits. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const code of Buffer.from(text)) hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
  return hash;
}
