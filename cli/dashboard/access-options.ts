import { InvalidArgumentError, Option, type Command } from 'commander';
import { consoleHostOf, type ConsoleAccess } from '../../lambda/shared/text/console-address';
import { CommandError } from '../command-error';
import { configuredContext } from '../digest/configured-context';
import { readConfigFile } from '../preflight/config-file';

/** How the links of a page open users in the console, as options say it. */
export interface AccessOptions {
  readonly configured?: boolean;
  readonly accessPortal?: string;
  readonly accessPortalRole?: string;
}

/** Adds `--configured`, `--access-portal` and `--access-portal-role`. */
export function addAccessOptions(command: Command): Command {
  return command
    .option('--configured', 'open users in the console through the access portal that config.ts names')
    .addOption(
      new Option(
        '--access-portal <url>',
        'open them through this one, https://<subdomain>.awsapps.com/start',
      ).argParser(portalUrl),
    )
    .option('--access-portal-role <name>', 'permission set with which the portal opens an account');
}

/**
 * What stands in an option counts before `config.ts`.
 * @throws CommandError where there is no `config.ts` that can be read, and for a permission set without a portal
 */
export function askedAccess({ configured, accessPortal, accessPortalRole }: AccessOptions): ConsoleAccess {
  const { links, consoleHost } = configured
    ? configuredContext(readConfigFile())
    : { links: {}, consoleHost: consoleHostOf('') };
  const portal = accessPortal ?? links.accessPortalUrl;
  const role = accessPortalRole ?? links.accessPortalRole;
  if (accessPortalRole !== undefined && portal === undefined)
    throw new CommandError('--access-portal-role needs --access-portal, which it opens accounts through');
  return {
    consoleHost,
    ...(portal === undefined ? {} : { accessPortalUrl: portal }),
    ...(role === undefined ? {} : { accessPortalRole: role }),
  };
}

function portalUrl(value: string): string {
  const url = value.replace(/\/$/, '');
  if (!/^https:\/\/[\w.-]{1,100}(\/[\w-]{1,50}){0,2}$/.test(url))
    throw new InvalidArgumentError('It must be an address such as https://anycompany.awsapps.com/start.');
  return url;
}
