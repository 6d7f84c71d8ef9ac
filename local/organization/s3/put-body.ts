import { createHash } from 'node:crypto';
import { notImplemented, ServiceError } from '../service-error';
import { header } from '../wire';
import { verifyChecksums, verifyMd5 } from './checksum';
import { decodeChunked, type ChunkedBody } from './chunked-body';
import type { S3Input } from './protocol';

const streaming = [
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
];

/** The content of a put, decoded, with everything verified that the client said about it. */
export function putBody(input: S3Input): { content: Buffer; checksums: Record<string, string> } {
  const { content, trailers } = decoded(input);
  verifyMd5(header(input.headers, 'content-md5'), content);
  const given = new Map(trailers);
  for (const name of Object.keys(input.headers))
    if (name.startsWith('x-amz-checksum-')) given.set(name, header(input.headers, name) ?? '');
  if (given.size === 0 && input.headers['x-amz-sdk-checksum-algorithm'] !== undefined)
    throw new ServiceError(
      'InvalidRequest',
      400,
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  return { content, checksums: verifyChecksums(given, content) };
}

function decoded({ headers, body }: S3Input): ChunkedBody {
  const payload = header(headers, 'x-amz-content-sha256');
  if (payload === undefined)
    throw new ServiceError(
      'InvalidRequest',
      400,
      'Missing required header for this request: x-amz-content-sha256',
    );
  if (streaming.includes(payload)) {
    const chunked = decodeChunked(body, header(headers, 'x-amz-decoded-content-length'));
    const announced = header(headers, 'x-amz-trailer')?.toLowerCase();
    if (announced !== undefined && !chunked.trailers.has(announced))
      throw new ServiceError('MalformedTrailerError', 400, `The request contained no trailing ${announced}.`);
    return chunked;
  }
  if (headers['content-encoding']?.includes('aws-chunked') === true)
    throw notImplemented(`aws-chunked bodies with x-amz-content-sha256: ${payload}`);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== createHash('sha256').update(body).digest('hex'))
    throw new ServiceError(
      'XAmzContentSHA256Mismatch',
      400,
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  return { content: body, trailers: new Map() };
}
