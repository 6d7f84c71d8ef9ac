import type { Channel } from '../delivery/channel';
import { composeDigest, type DigestRows } from './compose-digest';
import { composeFailure } from './compose-failure';
import { composeOwnerDigest } from './compose-owner-digest';
import { digestQueries, ownersQuery, type DigestQuery } from './contract';
import { deliver, type DeliverDependencies, type Delivery } from './deliver';
import type { DigestPeriod } from './period';
import type { TextRow } from '../athena/text-row';

/** Who gets the findings of whose accounts, by an account tag. */
export interface OwnerChannels {
  readonly tagKey: string;
  /** Channel of each value of the tag. */
  readonly channels: ReadonlyMap<string, Channel>;
}

export interface RunDigestDependencies extends DeliverDependencies {
  /** Runs a query of `athena-ddl/queries` by its name. */
  readonly ask: (query: DigestQuery | typeof ownersQuery) => Promise<readonly TextRow[]>;
  readonly channels: readonly Channel[];
  readonly owners?: OwnerChannels;
}

/** The digest did not reach everybody, or could not be made. */
export class DigestError extends Error {
  override readonly name = 'DigestError';
}

/**
 * Makes the digest of a period and sends it to every channel, once. One that cannot be made is announced, once.
 * @throws DigestError, so that the invocation fails and the alarm tells
 */
export async function runDigest(deps: RunDigestDependencies, period: DigestPeriod): Promise<void> {
  let deliveries: Delivery[];
  try {
    deliveries = await compose(deps, period);
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    const document = composeFailure(period, message);
    // Under a key of its own: a retry that succeeds still sends the digest.
    const notices = deps.channels.map((channel) => ({ channel, document }));
    const problems = await deliver(notices, `${period.id}-failure`, deps);
    throw new DigestError(
      [`the digest of ${period.id} could not be made: ${message}`, ...problems].join('; '),
    );
  }
  const problems = await deliver(deliveries, period.id, deps);
  if (problems.length > 0) {
    throw new DigestError(`the digest of ${period.id} did not reach everybody: ${problems.join('; ')}`);
  }
}

async function compose(deps: RunDigestDependencies, period: DigestPeriod): Promise<Delivery[]> {
  const rows = await askAll(deps.ask);
  const document = composeDigest(rows, period);
  const deliveries = deps.channels.map((channel) => ({ channel, document }));
  const { owners } = deps;
  if (owners === undefined) return deliveries;
  const findings = await deps.ask(ownersQuery);
  const mails = [...owners.channels].map(([value, channel]) => ({
    channel,
    document: composeOwnerDigest(findings, { tagKey: owners.tagKey, value }, period),
  }));
  return [...deliveries, ...mails];
}

/** Runs every query of the digest. */
export async function askAll(ask: (query: DigestQuery) => Promise<readonly TextRow[]>): Promise<DigestRows> {
  const answers = await Promise.all(digestQueries.map(async (query) => [query, await ask(query)] as const));
  return Object.fromEntries(answers) as unknown as DigestRows;
}
