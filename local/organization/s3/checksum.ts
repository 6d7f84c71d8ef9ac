import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notImplemented, ServiceError } from '../service-error';

const algorithms: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  crc32: (bytes) => word(crc32(bytes)),
  crc32c: (bytes) => word(crc32c(bytes)),
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

const prefix = 'x-amz-checksum-';

/** Verifies every `x-amz-checksum-*` given; returns them for the object's headers. */
export function verifyChecksums(given: ReadonlyMap<string, string>, bytes: Buffer): Record<string, string> {
  const verified: Record<string, string> = {};
  for (const [name, value] of given) {
    const algorithm = name.slice(prefix.length);
    const compute = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
    if (compute === undefined) throw notImplemented(`the checksum ${name}`);
    const actual = compute(bytes);
    const expected = Buffer.from(value, 'base64');
    if (expected.length !== actual.length)
      throw new ServiceError('InvalidRequest', 400, `Value for ${name} header is invalid.`);
    if (!expected.equals(actual))
      throw new ServiceError(
        'BadDigest',
        400,
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    verified[name] = value;
  }
  return verified;
}

/** Verifies Content-MD5. */
export function verifyMd5(given: string | undefined, bytes: Buffer): void {
  if (given === undefined) return;
  const expected = Buffer.from(given, 'base64');
  if (expected.length !== 16)
    throw new ServiceError('InvalidDigest', 400, 'The Content-MD5 you specified is not valid.');
  if (!expected.equals(createHash('md5').update(bytes).digest()))
    throw new ServiceError('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.');
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** CRC-32C (Castagnoli), reflected polynomial 0x82F63B78. */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
