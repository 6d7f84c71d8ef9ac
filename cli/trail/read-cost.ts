import { counted } from '../../lambda/shared/text/counted';

/** What reading a trail asks of S3. */
export interface ReadRequests {
  readonly lists: number;
  readonly gets: number;
  readonly bytes: number;
}

/** Prices of S3 in us-east-1, in dollars; elsewhere they are up to a half higher. */
const price = { list: 0.005 / 1000, get: 0.0004 / 1000, byteOut: 0.09 / 1e9 };

/** Dollars of the requests, and of the bytes where they leave AWS's network: in the bucket's region those are free. */
export function dollarsOf({ lists, gets, bytes }: ReadRequests): { requests: number; transfer: number } {
  return { requests: lists * price.list + gets * price.get, transfer: bytes * price.byteOut };
}

/** The same for a person. */
export function costText(asked: ReadRequests): string {
  const { requests, transfer } = dollarsOf(asked);
  const megabytes = (asked.bytes / 1e6).toFixed(1);
  return (
    `${counted(asked.lists, 'LIST', 'LIST')}, ${counted(asked.gets, 'GET', 'GET')}, ${megabytes} MB: about ` +
    `$${requests.toFixed(4)}, and $${transfer.toFixed(4)} where the bytes leave AWS`
  );
}
