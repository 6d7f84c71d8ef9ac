import { CallFailed, whatToDo } from './call-failed';

/** What a look at the organization found. What could not be read is never taken as ready, nor as missing. */
export interface CheckResult {
  readonly check: string;
  /** A note is for the reader to judge; everything but it and `ready` is a problem. */
  readonly state: 'ready' | 'note' | 'warning' | 'missing' | 'unknown';
  readonly detail: string;
  /** The command or the edit that repairs it. */
  readonly remediation?: string;
  /** True when `--fix` can repair it. */
  readonly fixable?: boolean;
}

/** True when preflight ends with the code for problems because of it. */
export function isProblem({ state }: CheckResult): boolean {
  return state !== 'ready' && state !== 'note';
}

/**
 * Runs one check. A call that fails makes it unknown, with the action, the code and what to do.
 * @param byRegion true where another region would be asked elsewhere, so that a denied region can be left
 */
export async function tryCheck(
  check: string,
  look: () => Promise<CheckResult>,
  { byRegion = false } = {},
): Promise<CheckResult> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof CallFailed)) return { check, state: 'unknown', detail: String(error) };
    const elsewhere =
      byRegion && /service control policy/i.test(error.message)
        ? ', or choose another region with --region'
        : '';
    return { check, state: 'unknown', detail: error.detail, remediation: `${whatToDo(error)}${elsewhere}` };
  }
}

/** What a second call adds to what is known already; that it failed is part of the text. */
export async function tryDetail(what: string, look: () => Promise<string>): Promise<string> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return `; ${what} is not known: ${error.detail}`;
  }
}

/** An answer of AWS without what it always has. */
export function incomplete(check: string, action: string, without: string): CheckResult {
  const remediation = 'run preflight again; if it stays so, ask AWS by hand';
  return { check, state: 'unknown', detail: `${action} answered without ${without}`, remediation };
}
