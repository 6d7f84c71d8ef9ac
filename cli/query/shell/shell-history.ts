import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageOf } from '../../../lambda/shared/runtime/message-of';
import type { Terminal } from '../../terminal';

/** Entries that a shell begins with. */
export const mostEntries = 1_000;

/** What was asked in shells before, for the user alone to read. A file that cannot be kept is said once and harms nothing. */
export class ShellHistory {
  private readonly file: string;
  private isKept = true;

  constructor(private readonly terminal: Terminal) {
    const state = terminal.environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
    this.file = join(state, 'credential-report', 'query-history');
  }

  /** The newest entry first. */
  read(): string[] {
    if (!existsSync(this.file)) return [];
    return this.kept(() => {
      chmodSync(this.file, 0o600);
      return readFileSync(this.file, 'utf8').split('\n').filter(Boolean).slice(-mostEntries).reverse();
    }, []);
  }

  /** An entry of one line. */
  add(entry: string): void {
    if (!this.isKept) return;
    this.kept(() => {
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      appendFileSync(this.file, `${entry}\n`, { mode: 0o600 });
    }, undefined);
  }

  private kept<T>(access: () => T, otherwise: T): T {
    try {
      return access();
    } catch (error) {
      this.isKept = false;
      this.terminal.err(`warning: what is asked is not remembered: ${messageOf(error)}\n`);
      return otherwise;
    }
  }
}
