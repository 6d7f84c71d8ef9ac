import { consoleHostOf } from '../../lambda/shared/text/console-address';
import type { MessageContext } from '../../lambda/shared/messages/message-context';
import { CommandError } from '../command-error';
import type { ConfigFile } from '../preflight/config-file';

/** What a message knows where nothing is configured. */
export const bareContext: MessageContext = { links: {}, consoleHost: consoleHostOf('') };

/**
 * The organization's name and the pages as `config.ts` has them, as the deployed digest knows them.
 * @throws CommandError where there is no `config.ts`, or it cannot be read
 */
export function configuredContext(file: ConfigFile): MessageContext {
  if (file.config === undefined) {
    throw new CommandError(
      file.why === undefined
        ? 'there is no config.ts, which the npm package does not carry'
        : `config.ts could not be read: ${file.why}`,
    );
  }
  const { notifications = {}, dataAccount, region } = file.config;
  const { organizationName: organization, links = {} } = notifications;
  return {
    ...(organization === undefined ? {} : { organization }),
    links,
    consoleHost: consoleHostOf(dataAccount?.region ?? region ?? ''),
  };
}
