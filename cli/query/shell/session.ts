import { printable } from '../../output/printable';
import type { ResultStyle } from '../../output/result-text';
import type { Terminal } from '../../terminal';
import { answerQuestion } from '../answer-question';
import { holdsSql, splitStatements } from '../split-statements';
import { runShellCommand } from './shell-commands';
import type { ShellState } from './shell-state';

/** Lines one after another: commands of the shell, and SQL up to its semicolon. */
export class Session {
  private pending = '';
  private warned = 0;

  constructor(readonly state: ShellState) {}

  /** Whether a statement has begun that no semicolon has ended. */
  get isWaiting(): boolean {
    return this.pending !== '';
  }

  /** What was begun is forgotten. */
  forget(): void {
    this.pending = '';
  }

  /**
   * Takes a line, and does what it completes.
   * @returns whether a statement or a command is complete with it
   * @throws QueryError or CommandError; the session goes on after it
   */
  async take(line: string): Promise<boolean> {
    if (!this.isWaiting && isShellCommand(line)) {
      await runShellCommand(line.trim().replace(/;$/, ''), this.state);
      return true;
    }
    const { statements, rest } = splitStatements(this.pending === '' ? line : `${this.pending}\n${line}`);
    this.pending = holdsSql(rest) ? rest : '';
    for (const statement of statements) await this.ask(statement);
    return !this.isWaiting;
  }

  /** Asks what no semicolon has ended. */
  async end(): Promise<void> {
    const { pending } = this;
    this.forget();
    if (pending !== '') await this.ask(pending);
  }

  private async ask(statement: string): Promise<void> {
    const { athena, style, terminal } = this.state;
    await answerQuestion(athena, statement, { ...style, ...screenOf(terminal) }, terminal);
    // Each once: what cannot be read stays so.
    for (const warning of athena.warnings.slice(this.warned))
      terminal.err(`warning: ${printable(warning)}\n`);
    this.warned = athena.warnings.length;
  }
}

/** A terminal may have become wider since. */
function screenOf(terminal: Terminal): Pick<ResultStyle, 'screen'> {
  const screen = terminal.screen();
  return screen === undefined ? {} : { screen };
}

function isShellCommand(line: string): boolean {
  return /^\s*(?:\.|(?:DESCRIBE|DESC)\s|(?:SHOW\s+TABLES|exit|quit|help)\s*;?\s*$)/i.test(line);
}
