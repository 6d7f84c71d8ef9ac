import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, as a run record has that of its report, or of a text's UTF-8: 64 hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
