import type { QueryInput } from '../protocols/query';
import { ServiceError } from '../service-error';

/** One page of a list as IAM cuts it: 100 unless `MaxItems`, 1 to 1,000, says otherwise; the marker is the place of the next. */
export function page<T>(items: readonly T[], input: QueryInput) {
  const size = Number(input.get('MaxItems') ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw new ServiceError(
      'ValidationError',
      400,
      `MaxItems is ${input.get('MaxItems')}, allowed are 1 to 1000`,
    );
  const marker = input.get('Marker');
  const start = marker === undefined ? 0 : place(marker);
  const next = start + size;
  const more = next < items.length;
  return {
    items: items.slice(start, next),
    IsTruncated: more,
    ...(more && { Marker: Buffer.from(`from ${next}`).toString('base64') }),
  };
}

function place(marker: string): number {
  const match = /^from (\d+)$/.exec(Buffer.from(marker, 'base64').toString('utf8'));
  if (match === null) throw new ServiceError('ValidationError', 400, 'Invalid Marker.');
  return Number(match[1]);
}
