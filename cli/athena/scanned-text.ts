import type { Scanned } from './work-group';

/** Dollars for a terabyte that Athena reads, in us-east-1; a query counts as 10 MB at least. */
const dollarsPerByte = 5 / 1e12;
const leastBytes = 10e6;

/** What a query read and cost, in one sentence. */
export function scannedText({ bytes, milliseconds }: Scanned): string {
  const dollars = Math.max(bytes, leastBytes) * dollarsPerByte;
  return `Athena read ${(bytes / 1e6).toFixed(1)} MB in ${(milliseconds / 1000).toFixed(1)} s: about $${dollars.toFixed(5)}`;
}
