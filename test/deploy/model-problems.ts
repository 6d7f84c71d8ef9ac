import { join } from 'node:path';
import { pythonProgram } from './python-program';
import { runProgram } from './run-program';

/** A call of an API, as the SDK is given it. */
export interface Call {
  /** The id of the service in AWS's models, such as `Secrets Manager`. */
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
}

/** What AWS's models, as botocore carries them, do not know or do not allow of some calls. */
export async function modelProblems(calls: readonly Call[]): Promise<string[]> {
  const { code, printed, output } = await runProgram(
    await pythonProgram('python'),
    [join(__dirname, 'check_calls.py')],
    { env: {}, input: calls.map((call) => `${JSON.stringify(call)}\n`).join(''), timeoutMs: 300_000 },
  );
  if (code !== 0) throw new Error(output);
  return printed.split('\n').filter((line) => line !== '');
}
