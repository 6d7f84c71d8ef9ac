import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { createInterface } from 'node:readline/promises';
import { processInterrupts } from './process-interrupts';
import type { Terminal } from './terminal';

/** Of a terminal that does not say how wide it is. */
const unknownColumns = 80;

/** The terminal of this process. A reader that stops early, such as `head`, ends the command quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const interrupts = processInterrupts();
  const watched = process.stderr.isTTY && process.env['CI'] === undefined;
  return {
    out: (chunk) => void process.stdout.write(chunk),
    screen: () =>
      process.stdout.isTTY
        ? { columns: process.stdout.columns || unknownColumns, colours: process.stdout.hasColors() }
        : undefined,
    err: (chunk) => void process.stderr.write(chunk),
    note: (chunk) => void process.stderr.write(chunk),
    bar: () => {
      if (!watched) return undefined;
      interrupts.restoreScreen();
      return process.stderr;
    },
    stoppable: interrupts.stoppable,
    ...(process.stdin.isTTY && process.stdout.isTTY
      ? { keyboard: { input: process.stdin, output: process.stdout } }
      : {}),
    input: () => text(process.stdin),
    ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm: askOnTerminal } : {}),
    environment: process.env,
    now: () => new Date(),
    sleep: setTimeout,
  };
}

async function askOnTerminal(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } finally {
    prompt.close();
  }
}
