import type { Config } from './lib/config/config';

/**
 * The only file to edit. An empty object collects every account of the organization into the management account.
 * Every option, with its default and an example: `docs/configuration.md`.
 */
export const config: Config = {};
