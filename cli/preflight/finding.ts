/** What a look at the organization found. What could not be read is never taken as ready. */
export interface Finding {
  readonly check: string;
  readonly state: 'ready' | 'missing' | 'unknown';
  readonly detail: string;
  /** The command or the edit that mends it. */
  readonly mend?: string;
  /** True when `--fix` can mend it. */
  readonly fixable?: boolean;
}

/** Runs one check; an answer of AWS that it does not expect makes it unknown, a control policy makes it missing. */
export async function tryCheck(check: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const { name, message } = error as Error;
    const detail = `${name}: ${message}`;
    return /service control policy/i.test(message)
      ? { check, state: 'missing', detail, mend: 'choose another region with --region, or change the policy' }
      : { check, state: 'unknown', detail };
  }
}
