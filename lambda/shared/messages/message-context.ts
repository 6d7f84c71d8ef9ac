import { consoleHostOf } from '../text/console-address';
import type { Environment } from '../runtime/variable';
import { channelEnvironment, type ConfiguredContext, type MessageLinks } from './contract';
import type { Line } from './document';
import { consoleLink } from './links';

/** What messages know beside what they report. */
export interface MessageContext {
  /** Name or id of the organization; undefined where neither is known. */
  readonly organization?: string;
  readonly links: MessageLinks;
  /** `console.aws.amazon.com`, or that of another partition. */
  readonly consoleHost: string;
}

/** What a function's environment says of it, as `NotificationChannels` wrote it. */
export function messageContext(environment: Environment): MessageContext {
  const text = environment[channelEnvironment.context];
  const known = text === undefined ? {} : (JSON.parse(text) as ConfiguredContext);
  return { links: {}, ...known, consoleHost: consoleHostOf(environment['AWS_REGION'] ?? '') };
}

/** The page where a user is dealt with, as the end of its line. */
export function pageOf(
  { account_id: id, user_name: user }: { readonly account_id: string; readonly user_name: string },
  { links, consoleHost }: MessageContext,
): Line {
  const link = consoleLink(links, consoleHost, id, user);
  return link === undefined ? [] : [link];
}
