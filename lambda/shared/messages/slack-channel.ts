import { slackMessageOf } from './slack';
import type { Channel } from './channel';
import { postToSlack, type SlackDependencies } from './post-to-slack';

/** An incoming webhook; its address is read when it is needed. */
export function slackChannel(url: () => Promise<URL>, deps: SlackDependencies): Channel {
  return {
    name: 'slack',
    send: async (document) => postToSlack(await url(), slackMessageOf(document), deps),
  };
}
