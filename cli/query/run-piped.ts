import { writeAsOf } from '../open-data';
import type { Session } from './shell/session';

/**
 * Questions of a text, such as standard input, one after another.
 * @throws the first error, which ends them
 */
export async function runPiped(session: Session, text: string): Promise<void> {
  for (const line of text.split('\n')) {
    await session.take(line);
    if (session.state.hasEnded) return;
  }
  await session.end();
  writeAsOf(session.state.athena, session.state.terminal);
}
