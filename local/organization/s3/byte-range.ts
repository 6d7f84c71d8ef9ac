import { notImplemented, ServiceError } from '../service-error';

/** A part of an object's bytes; `end` is not in it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a Range header asks of an object of `size` bytes (RFC 9110, 14.1.2): from a byte on, between two, or the last so
 * many; what lies behind the object is left out.
 * @throws ServiceError InvalidRange when none of the bytes exists
 */
export function byteRange(header: string, size: number): ByteRange {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  const backwards = first !== '' && last !== '' && Number(last) < Number(first);
  if ((first === '' && last === '') || backwards) throw notImplemented(`the range ${header}`);
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (start >= end)
    throw new ServiceError('InvalidRange', 416, 'The requested range is not satisfiable', {
      RangeRequested: header,
      ActualObjectSize: String(size),
    });
  return { start, end };
}
