import { join } from 'node:path';
import { installedBy } from './installed-by';

/**
 * Path of a program of the pinned Python packages, which are installed first when they are not there yet.
 * @param name such as `python` or `cfn-lint`
 */
export async function pythonProgram(name: string): Promise<string> {
  return join(await installedBy('python-tools.sh', join(__dirname, 'requirements.txt')), 'bin', name);
}
