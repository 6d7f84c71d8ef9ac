import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a measuring process reports. */
export interface ChildReport {
  /** Milliseconds of each thing measured. */
  readonly times: Readonly<Record<string, number>>;
  /** Peak resident memory of the process in bytes. */
  readonly peakBytes: number;
  /** Anything that was counted beside. */
  readonly counts?: Readonly<Record<string, string>>;
}

/** Runs a file of this folder in a process of its own, so that memory and warm-up are its alone. */
export function measureInChild(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildReport> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, file), [...args], {
      execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...environment },
    });
    let report: ChildReport | undefined;
    child.on('message', (message: ChildReport) => (report = message));
    child.on('exit', (code) => {
      if (report === undefined) reject(new Error(`${file} ended with ${code} and without a report`));
      else resolve(report);
    });
  });
}

/** Sends what was measured to the parent process, with this process's peak memory. */
export function report(times: ChildReport['times'], counts?: ChildReport['counts']): void {
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send?.({ times, peakBytes, ...(counts === undefined ? {} : { counts }) });
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
