import { createHash } from 'node:crypto';

/** The SHA-256 of a report as its run record has it: 64 hexadecimal digits. */
export function sha256Of(report: Uint8Array): string {
  return createHash('sha256').update(report).digest('hex');
}
