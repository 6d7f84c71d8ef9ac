import type { RecordedRequest } from '../../../local/organization';

/** Requests below one prefix of the bucket. */
export interface Count {
  readonly list: number;
  readonly get: number;
}

/** By the table's prefix, `credential-reports` or `history/credential-reports`. */
export type Counts = Readonly<Record<string, Count>>;

/** How many lists and reads of a bucket's objects there are among requests to S3, by prefix; other buckets are asked meanwhile. */
export function countRequests(requests: readonly RecordedRequest[], bucket: string): Counts {
  const counts: Record<string, { list: number; get: number }> = {};
  const of = (path: string) => (counts[/^(?:history\/)?[^/]*/.exec(path)?.[0] ?? ''] ??= { list: 0, get: 0 });
  const arn = `arn:aws:s3:::${bucket}`;
  for (const { action, resource, context } of requests) {
    if (resource !== arn && !resource.startsWith(`${arn}/`)) continue;
    if (action === 's3:ListBucket') of(String(context['s3:prefix'])).list++;
    else if (action === 's3:GetObject') of(resource.slice(resource.indexOf('/') + 1)).get++;
    else throw new Error(`a request that is neither list nor read: ${action} ${resource}`);
  }
  return counts;
}
