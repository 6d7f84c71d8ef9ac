import { ServiceError } from '../service-error';

/** A body in `aws-chunked` encoding: its content and the headers that trail it. */
export interface ChunkedBody {
  readonly content: Buffer;
  readonly trailers: ReadonlyMap<string, string>;
}

const incomplete = () => new ServiceError('IncompleteBody', 400, 'The request body terminated unexpectedly');

/** Decodes `aws-chunked`: `<hex size>[;extension]CRLF data CRLF … 0 CRLF trailers CRLF`. Signatures are not verified. */
export function decodeChunked(body: Buffer, decodedLength: string | undefined): ChunkedBody {
  const parts: Buffer[] = [];
  let at = 0;
  const line = (): string => {
    const end = body.indexOf('\r\n', at);
    if (end === -1) throw incomplete();
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line())?.[1];
    if (size === undefined) throw incomplete();
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(at, at + length));
    at += length;
    if (line() !== '') throw incomplete();
  }
  const trailers = new Map<string, string>();
  while (at < body.length) {
    const [name = '', ...value] = line().split(':');
    if (name !== '') trailers.set(name.toLowerCase(), value.join(':').trim());
  }
  const content = Buffer.concat(parts);
  if (decodedLength === undefined)
    throw new ServiceError(
      'MissingContentLength',
      411,
      'You must provide the x-amz-decoded-content-length header.',
    );
  if (Number(decodedLength) !== content.length) throw incomplete();
  return { content, trailers };
}
