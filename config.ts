import type { Config } from './lib/config/config';

/**
 * The only file to edit. An empty object collects every account of the organization into the management account.
 * Every option is documented, with its default, in `lib/config/options.ts`.
 */
export const config: Config = {};
