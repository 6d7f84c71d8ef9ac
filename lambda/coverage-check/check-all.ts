import { messageOf } from '../shared/runtime/message-of';

/**
 * Writes the lines of every check, each whatever the others come to: a day that no query can read is what the lists show.
 * @throws Error naming every check that failed
 */
export async function checkAll(checks: readonly (() => Promise<readonly string[]>)[]): Promise<void> {
  const outcomes = await Promise.allSettled(checks.map((check) => check()));
  const problems: string[] = [];
  for (const outcome of outcomes) {
    // Not console.log, which the runtime begins with a time and an id: a line must be JSON alone.
    if (outcome.status === 'fulfilled') for (const line of outcome.value) process.stdout.write(`${line}\n`);
    else problems.push(messageOf(outcome.reason));
  }
  if (problems.length > 0) throw new Error(problems.join('; '));
}
