import type { ConfigFile } from './config-file';

/** What `config.ts` says about credential events, as far as preflight can know. */
export type EventsOption =
  | { readonly says: 'on' | 'remove' | 'off' }
  /** The npm package carries no `config.ts`. */
  | { readonly says: 'nothing' }
  | { readonly says: 'unreadable'; readonly why: string };

/** The option as `config.ts` has it. */
export function eventsOption(file: ConfigFile): EventsOption {
  if (file.config === undefined) {
    return file.why === undefined ? { says: 'nothing' } : { says: 'unreadable', why: file.why };
  }
  const { credentialEvents } = file.config;
  if (credentialEvents === undefined) return { says: 'off' };
  return { says: credentialEvents === 'remove' ? 'remove' : 'on' };
}
