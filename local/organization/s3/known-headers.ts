import type { IncomingHttpHeaders } from 'node:http';
import { notImplemented } from '../service-error';

/** Headers that every call may carry and that change nothing about it. */
const everywhere = [
  'accept',
  'accept-encoding',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'transfer-encoding',
  'user-agent',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-expected-bucket-owner',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amzn-trace-id',
];

/** Refuses headers that could change what a call means and are not understood. */
export function onlyHeaders(headers: IncomingHttpHeaders, action: string, known: RegExp): void {
  for (const name of Object.keys(headers))
    if (!everywhere.includes(name) && !known.test(name))
      throw notImplemented(`the header ${name} of s3:${action}`);
}
