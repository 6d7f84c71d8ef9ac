import { numberOf, type TextRow } from '../shared/athena/text-row';
import { composeDigest, type DigestRows } from './compose-digest';
import { composeOwnerDigest } from './compose-owner-digest';
import { digestQueries, ownersQuery, type DigestQuery } from './contract';
import type { Delivery } from './deliver';
import type { DigestPeriod } from './period';
import type { Recipient } from './recipients';

/** Runs a query of `athena-ddl/queries` by its name. */
export type Ask = (query: DigestQuery | typeof ownersQuery) => Promise<readonly TextRow[]>;

/** What each recipient gets. */
export interface Composed {
  readonly deliveries: readonly Delivery[];
  /** False when no account has handed in a report in the last days, as before the first collection. */
  readonly hasReports: boolean;
}

/** Composes what each recipient gets; asks only what that needs, so nothing without recipients. */
export async function composeDeliveries(
  ask: Ask,
  recipients: readonly Recipient[],
  period: DigestPeriod,
): Promise<Composed> {
  const everybody = recipients.flatMap(({ channel, owner }) => (owner === undefined ? [channel] : []));
  const owners = recipients.flatMap(({ channel, owner }) =>
    owner === undefined ? [] : [{ channel, owner }],
  );
  const deliveries: Delivery[] = [];
  const rows = everybody.length > 0 ? await askAll(ask) : undefined;
  if (rows !== undefined) {
    const document = composeDigest(rows, period);
    deliveries.push(...everybody.map((channel) => ({ channel, document })));
  }
  if (owners.length > 0) {
    const [owned, gaps] = await Promise.all([ask(ownersQuery), rows?.digest_gaps ?? ask('digest_gaps')]);
    deliveries.push(
      ...owners.map(({ channel, owner }) => ({
        channel,
        document: composeOwnerDigest({ owned, gaps }, owner, period),
      })),
    );
  }
  const hasReports = rows === undefined || rows.digest_numbers.some((row) => numberOf(row, 'days_ago') === 0);
  return { deliveries, hasReports };
}

/** Runs every query of the digest. */
export async function askAll(ask: (query: DigestQuery) => Promise<readonly TextRow[]>): Promise<DigestRows> {
  const answers = await Promise.all(digestQueries.map(async (query) => [query, await ask(query)] as const));
  return Object.fromEntries(answers) as unknown as DigestRows;
}
