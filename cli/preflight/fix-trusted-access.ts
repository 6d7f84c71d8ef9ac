import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { activateTrustedAccess } from '../../lambda/organization-lookup/trusted-access';
import { awsError } from '../aws-error';
import { CommandError } from '../command-error';
import type { Terminal } from '../terminal';
import { activateCommand } from './check-trusted-access';

/** It propagates within a few minutes. */
const patienceMs = 180_000;

/**
 * Activates trusted access after asking. Nothing else is ever changed.
 * @returns false when the user declines
 * @throws CommandError where nobody can answer, or when CloudFormation refuses
 */
export async function fixTrustedAccess(client: CloudFormationClient, terminal: Terminal): Promise<boolean> {
  if (terminal.confirm === undefined) {
    throw new CommandError(`--fix asks first, and nobody can answer here; run: ${activateCommand}`);
  }
  const question = 'Let CloudFormation StackSets deploy to every account of this organization?';
  if (!(await terminal.confirm(question))) return false;
  const end = terminal.now().getTime() + patienceMs;
  const remainingMs = () => end - terminal.now().getTime();
  await activateTrustedAccess(client, { sleep: terminal.sleep, remainingMs }).catch((error: unknown) => {
    throw awsError(error, 'activating trusted access');
  });
  return true;
}
