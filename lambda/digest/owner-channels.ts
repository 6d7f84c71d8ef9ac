import type { Channel } from '../shared/messages/channel';
import { encodeAccountName } from '../report/object-key';
import type { OwnerTopics } from './contract';
import type { OwnerChannels } from './recipients';

/** A channel for each owner's topic; its name is part of an object's key, so the tag's value is encoded. */
export function ownerChannels(
  { tagKey, destinations }: OwnerTopics,
  channelOf: (name: string, topicArn: string) => Channel,
): OwnerChannels {
  const channels = Object.entries(destinations).map(
    ([value, topic]) => [value, channelOf(`owner-${encodeAccountName(value)}`, topic)] as const,
  );
  return { tagKey, channels: new Map(channels) };
}
