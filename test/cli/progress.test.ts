import { PassThrough } from 'node:stream';
import { startProgress } from '../../cli/progress';
import type { Terminal } from '../../cli/terminal';

function terminal(err: (text: string) => void, bar?: NodeJS.WritableStream): Terminal {
  const rest = {
    out: () => undefined,
    screen: () => undefined,
    input: () => Promise.resolve(''),
    stoppable: <T>(work: (stop: AbortSignal) => Promise<T>) => work(new AbortController().signal),
    environment: {},
    now: () => new Date(0),
    sleep: () => Promise.resolve(),
  };
  return { ...rest, err, note: err, bar: () => bar };
}

function run(watched: boolean, total: number): { lines: string; drawn: string } {
  let lines = '';
  const stream = new PassThrough();
  const progress = startProgress(
    terminal(
      (text) => (lines += text),
      watched ? Object.assign(stream, { isTTY: true, columns: 80 }) : undefined,
    ),
    'collecting',
    total,
  );
  for (let step = 1; step <= total; step += 1) progress.step(`account ${step}`);
  progress.end();
  return { lines, drawn: String(stream.read() ?? '') };
}

describe('progress', () => {
  test('without a terminal it is at most ten plain lines, the last one at the end', () => {
    const { lines, drawn } = run(false, 25);
    expect(lines.split('\n').slice(0, -1)).toHaveLength(10);
    expect(lines).toMatch(/^collecting 3\/25 account 3\n/);
    expect(lines).toMatch(/collecting 25\/25 account 25\n$/);
    expect(drawn).toBe('');
  });

  test('few steps are a line each', () => {
    expect(run(false, 2).lines).toBe('collecting 1/2 account 1\ncollecting 2/2 account 2\n');
  });

  test.each([false, true])('a hostile name cannot drive the terminal (watched: %s)', (watched) => {
    let text = '';
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const progress = startProgress(
      terminal((line) => (text += line), watched ? stream : undefined),
      'collecting',
      1,
    );
    progress.step('\u001b[2JSandbox');
    progress.end();
    text += String(stream.read() ?? '');
    expect(text).toContain('\\u001b[2JSandbox');
    expect(text).not.toContain('\u001b[2J');
  });

  test('on a terminal it is a bar, and no lines; its end gives back the cursor and the wrapping of lines', () => {
    const { lines, drawn } = run(true, 25);
    expect(lines).toBe('');
    expect(drawn).toContain('collecting');
    const [shown, wraps] = ['\u001b[?25h', '\u001b[?7h'];
    for (const [on, off] of [
      [shown, '\u001b[?25l'],
      [wraps, '\u001b[?7l'],
    ] as const)
      expect(drawn.lastIndexOf(on)).toBeGreaterThan(drawn.lastIndexOf(off));
  });
});
