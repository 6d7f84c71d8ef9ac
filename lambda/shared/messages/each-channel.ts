import { messageOf } from '../runtime/message-of';
import type { Channel } from './channel';

/** What came of something that was done for several channels. */
export interface ChannelOutcomes<T> {
  /** Those for which it answered true. */
  readonly chosen: readonly T[];
  /** What went wrong with others, one sentence a channel. */
  readonly problems: readonly string[];
}

/** Does something for every channel, side by side. One that fails stops no other. */
export async function eachChannel<T extends { readonly channel: Channel }>(
  items: readonly T[],
  act: (item: T) => Promise<boolean>,
): Promise<ChannelOutcomes<T>> {
  const outcomes = await Promise.allSettled(items.map(act));
  const chosen: T[] = [];
  const problems: string[] = [];
  for (const [index, item] of items.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === 'fulfilled') {
      if (outcome.value) chosen.push(item);
    } else {
      problems.push(`${item.channel.name}: ${messageOf(outcome?.reason)}`);
    }
  }
  return { chosen, problems };
}
