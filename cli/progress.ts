import { Presets, SingleBar } from 'cli-progress';
import { printable } from './output/printable';
import type { Terminal } from './terminal';

/** Long work as its user sees it. Every step is one piece of the whole. */
export interface Progress {
  step(doing: string): void;
  end(): void;
}

/** Work that is too short to speak of. */
export const noProgress: Progress = { step: () => undefined, end: () => undefined };

/** A bar on a terminal, otherwise a plain line at every tenth of the work, so that logs stay short. */
export function startProgress(terminal: Terminal, label: string, total: number): Progress {
  const bar = terminal.bar();
  return bar ? drawnBar(bar, label, total) : plainLines(terminal, label, total);
}

function drawnBar(stream: NodeJS.WritableStream, label: string, total: number): Progress {
  const format = `${label} {bar} {value}/{total} {doing}`;
  const bar = new SingleBar(
    { format, stream, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { doing: '' });
  return { step: (doing) => bar.increment(1, { doing: printable(doing) }), end: () => bar.stop() };
}

function plainLines(terminal: Terminal, label: string, total: number): Progress {
  let done = 0;
  return {
    step: (doing) => {
      const tenthBefore = Math.floor((done * 10) / total);
      done += 1;
      if (Math.floor((done * 10) / total) > tenthBefore)
        terminal.note(`${label} ${done}/${total} ${printable(doing)}\n`);
    },
    end: () => undefined,
  };
}
