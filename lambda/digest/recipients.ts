import type { Channel } from '../shared/messages/channel';
import type { Owner } from './compose-owner-digest';

/** Who gets the findings of whose accounts, by an account tag. */
export interface OwnerChannels {
  readonly tagKey: string;
  /** Channel of each value of the tag. */
  readonly channels: ReadonlyMap<string, Channel>;
}

/** Somebody who gets a message once a period. */
export interface Recipient {
  readonly channel: Channel;
  /** Whose findings the message tells; undefined for the digest of the organization. */
  readonly owner: Owner | undefined;
}

/** Everybody who gets something. */
export function recipientsOf(channels: readonly Channel[], owners: OwnerChannels | undefined): Recipient[] {
  const all: Recipient[] = channels.map((channel) => ({ channel, owner: undefined }));
  if (owners === undefined) return all;
  const { tagKey } = owners;
  return [...all, ...[...owners.channels].map(([value, channel]) => ({ channel, owner: { tagKey, value } }))];
}
