import type { Config } from './config';
import { ConfigurationError } from './configuration-error';
import type { Lists } from './lists';
import { readControls, readExceptions } from './read-lists';
import type { Place } from './place';
import { type Settings, settingsOf } from './settings';

/** What an operator wrote, checked. */
export interface Configuration {
  readonly settings: Settings;
  readonly lists: Lists;
}

export interface ConfigurationSources {
  /** Runs `config.ts`. */
  readonly config: () => Promise<{ readonly config: Config }>;
  /** Path of `exceptions.csv`. */
  readonly exceptions: string;
  /** Path of `controls.csv`. */
  readonly controls: string;
  /** Account and region of the command line's profile. @default not known */
  readonly profile?: Place;
}

/** Reads all files before any construct, so that every problem of each is reported at once. */
export async function readConfiguration(
  sources: ConfigurationSources,
): Promise<Configuration | readonly string[]> {
  const problems: string[] = [];
  const noted = (error: unknown) => {
    if (!(error instanceof ConfigurationError)) throw error;
    problems.push(error.message);
    return undefined;
  };
  const settings = await loaded(sources.config)
    .then((config) => settingsOf(config, sources.profile))
    .catch(noted);
  const exceptions = await Promise.resolve(sources.exceptions).then(readExceptions).catch(noted);
  const controls = await Promise.resolve(sources.controls).then(readControls).catch(noted);
  return settings === undefined || exceptions === undefined || controls === undefined
    ? problems
    : { settings, lists: { exceptions, controls } };
}

/** Whatever the file throws, or the compiler has against it, is the operator's to correct. */
async function loaded(run: ConfigurationSources['config']): Promise<Config> {
  try {
    return (await run()).config;
  } catch (error) {
    throw new ConfigurationError('config.ts', [thrown(error)]);
  }
}

/** The message and, where the stack tells, the line of `config.ts`. */
function thrown(error: unknown): string {
  if (!(error instanceof Error)) return `it throws ${String(error)}`;
  // The loader adds the files that asked for a missing module.
  const message = error.message.replace(/\nRequire stack:[^]*/, '');
  const [, place] = /\bconfig\.ts:(\d+)(?::\d+)?\)?$/m.exec(error.stack ?? '') ?? [];
  return place === undefined ? message : `line ${place}: ${message}`;
}
