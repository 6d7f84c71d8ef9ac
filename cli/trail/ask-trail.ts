import type { TrailSelection, TrailUse } from '../../local/trail';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { CommandError } from '../command-error';
import { startProgress } from '../progress';
import type { Terminal } from '../terminal';
import { askedSelection, type TrailOptions } from './trail-options';
import { warnOfUnknown } from './warn-of-unknown';

/** What was asked, and what the trail tells of it. */
export interface TrailAnswer extends TrailUse {
  readonly selection: TrailSelection;
}

/**
 * Reads what the options ask for. What could not be read is part of the answer's scope.
 * @throws CommandError for options that ask for nothing, a trail that has nothing of the account or cannot be read
 */
export async function askTrail(options: TrailOptions, terminal: Terminal): Promise<TrailAnswer> {
  const now = terminal.now();
  const selection = askedSelection(options, now);
  if (options.data !== undefined) await warnOfUnknown(options.data, selection, terminal);
  if (options.lookupEvents === true) {
    const { lookUpUse } = await import('./look-up-use');
    return { ...(await lookUpUse(selection, options, terminal)), selection };
  }
  return { ...(await readTrail(selection, options, terminal)), selection };
}

async function readTrail(
  selection: TrailSelection,
  options: TrailOptions,
  terminal: Terminal,
): Promise<TrailUse> {
  const { trail: name } = options;
  if (name === undefined) throw new CommandError('which trail? --trail PLACE or --lookup-events');
  if (name.startsWith('athena:')) {
    const { askAthenaUse } = await import('./ask-athena-use');
    return askAthenaUse(name, selection, options, terminal);
  }
  const { planFiles, readUse } = await import('../../local/trail');
  const { openTrail } = await import('./open-trail');
  const trail = await openTrail(name, options, terminal);
  try {
    const plan = await planFiles(trail.place, selection, terminal.now().toISOString().slice(0, 10));
    await trail.allow(plan);
    const progress = startProgress(terminal, 'file', plan.files.length);
    const answer = await readUse(plan, (file) => progress.step(regionAndDay(file))).catch(
      (error: unknown) => {
        throw new Error(`${messageOf(error)}${trail.afterError}`);
      },
    );
    progress.end();
    return answer;
  } catch (error) {
    throw new CommandError(`cannot read the trail: ${messageOf(error)}`);
  } finally {
    trail.close();
  }
}

/** Where a file lies, without what is the same of all: `eu-central-1/2026/11/20`. */
function regionAndDay(file: string): string {
  return file.replace(/^(?:.*\/)?CloudTrail\//, '').replace(/\/[^/]*$/, '');
}
