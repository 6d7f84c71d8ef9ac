import { installedBy } from './installed-by';
import { runProgram, type Ended } from './run-program';

/**
 * Runs a Java source file with the pinned jars of a list, which are downloaded first when they are not there yet.
 * @param input what it reads
 */
export async function runJava(source: string, artifacts: string, input: string): Promise<Ended> {
  const jars = await installedBy('maven-tools.sh', artifacts);
  return runProgram('java', ['-Xmx256m', '-cp', `${jars}/*`, source], { env: {}, input, timeoutMs: 300_000 });
}
