import { ServiceError } from '../service-error';
import type { JsonInput } from '../protocols/json';

/** One page of a list, at most 20 long unless asked for less; the token is the place of the next page. */
export function page<T>(items: readonly T[], input: JsonInput): { items: readonly T[]; NextToken?: string } {
  const { MaxResults: size = 20, NextToken: token } = input;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 20)
    throw new ServiceError(
      'InvalidInputException',
      400,
      `MaxResults is ${String(size)}, allowed are 1 to 20`,
      {
        Reason: 'MAX_LENGTH_EXCEEDED',
      },
    );
  const start = token === undefined ? 0 : place(token);
  const next = start + size;
  return {
    items: items.slice(start, next),
    ...(next < items.length && { NextToken: Buffer.from(`from ${next}`).toString('base64') }),
  };
}

function place(token: unknown): number {
  const text = typeof token === 'string' ? Buffer.from(token, 'base64').toString('utf8') : '';
  const match = /^from (\d+)$/.exec(text);
  if (match === null)
    throw new ServiceError('InvalidInputException', 400, 'You provided an invalid NextToken', {
      Reason: 'INVALID_NEXT_TOKEN',
    });
  return Number(match[1]);
}
