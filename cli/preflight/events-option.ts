import { readConfigFile } from './config-file';

/** What `config.ts` says about credential events, as far as preflight can know. */
export type EventsOption =
  | { readonly says: 'on' | 'remove' | 'off' }
  /** The npm package carries no `config.ts`. */
  | { readonly says: 'nothing' }
  | { readonly says: 'unreadable'; readonly why: string };

/** Reads the option from `config.ts`. @param file its path. @default that of the repository */
export function eventsOption(file?: string): EventsOption {
  const { config, ...rest } = readConfigFile(file);
  if (config === undefined) {
    const { why } = rest as { readonly why?: string };
    return why === undefined ? { says: 'nothing' } : { says: 'unreadable', why };
  }
  const { credentialEvents } = config;
  if (credentialEvents === undefined) return { says: 'off' };
  return { says: credentialEvents === 'remove' ? 'remove' : 'on' };
}
