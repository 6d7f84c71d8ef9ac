import { exitCode } from './exit-code';
import type { Terminal } from './terminal';

/** The cursor and the wrapping of lines, which a progress bar switches off. */
const shownAgain = '\u001b[?25h\u001b[?7h';

/** What Ctrl-C does to this process. */
interface ProcessInterrupts {
  readonly stoppable: Terminal['stoppable'];
  /** From now on Ctrl-C gives the terminal back as it was. */
  readonly restoreScreen: () => void;
}

/** Nothing but the system's own end until one of both is asked for. */
export function processInterrupts(): ProcessInterrupts {
  const end = (): void => {
    if (process.stderr.isTTY) process.stderr.write(`${shownAgain}\n`);
    process.exit(exitCode.interrupted);
  };
  let atInterrupt = end;
  const listener = () => atInterrupt();
  const listen = () => {
    if (!process.listeners('SIGINT').includes(listener)) process.on('SIGINT', listener);
  };
  return {
    restoreScreen: listen,
    stoppable: async (work) => {
      const stop = new AbortController();
      atInterrupt = () => {
        atInterrupt = end;
        stop.abort();
      };
      listen();
      try {
        return await work(stop.signal);
      } finally {
        atInterrupt = end;
      }
    },
  };
}
