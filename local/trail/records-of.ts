import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TrailError } from './errors';

const unzip = promisify(gunzip);

/** Most bytes that a file unpacks to. CloudTrail's have at most 50 MB; a file made to fill the memory ends here. */
const mostBytes = 256 * 1024 * 1024;

/**
 * The records of a file of CloudTrail, packed or not.
 * @throws TrailError saying why there are none
 */
export async function recordsOf(file: Uint8Array): Promise<readonly unknown[]> {
  if (file.length === 0) throw new TrailError('it is empty');
  const parsed = parse(isPacked(file) ? await unpack(file) : Buffer.from(file));
  if (typeof parsed === 'object' && parsed !== null) {
    if ('Records' in parsed && Array.isArray(parsed.Records)) return parsed.Records as unknown[];
    if ('digestStartTime' in parsed) throw new TrailError('it is a digest, which has no events');
  }
  throw new TrailError('it has no list of Records');
}

function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function unpack(file: Uint8Array): Promise<Buffer> {
  try {
    return await unzip(file, { maxOutputLength: mostBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new TrailError(`it unpacks to more than ${mostBytes} bytes`);
    throw new TrailError(code === 'Z_BUF_ERROR' ? 'it is cut off' : 'it is no gzip file');
  }
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    throw new TrailError('it is no JSON');
  }
}
