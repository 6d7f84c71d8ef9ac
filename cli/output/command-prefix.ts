import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What stands before a command that a person is shown: in a clone, whose root has this source, npm runs it. */
export function commandPrefix(root: string): string {
  return existsSync(join(root, 'cli')) ? 'npm run -s credential-report --' : 'credential-report';
}
