import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { exceptionColumns } from '../../exceptions';
import { prefixes } from '../../lambda/report/object-key';

/** The exceptions of the demo organization: one for good, one about to expire, one that has expired. */
const exceptions = [
  ['100000000001', 'break-glass', '*', 'kept for the day that sign-in fails', 'security team', '2027-06-30'],
  [
    '100000000003',
    'log-shipper',
    'key-rotation',
    'vendor, key is moved in December',
    'security team',
    '2026-11-30',
  ],
  [
    '100000000008',
    'invoice-archive',
    'key-rotation',
    'archive moves in autumn',
    'security team',
    '2026-11-15',
  ],
];

/** Puts the list of exceptions to where a deployment would. */
export function writeExceptions(folder: string): void {
  mkdirSync(join(folder, prefixes.exceptions), { recursive: true });
  const file = join(folder, prefixes.exceptions, 'exceptions.csv');
  writeFileSync(file, stringify([[...exceptionColumns], ...exceptions]));
}
