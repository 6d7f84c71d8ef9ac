import type { LocalAthena } from '../../local/athena';
import type { ResultStyle } from '../output/result-text';
import type { Terminal } from '../terminal';
import { answerQuestion, writeAnswered } from './answer-question';
import { pipedText, questionText, type QuestionSource } from './question-text';
import { runPiped } from './run-piped';
import { runShell } from './shell/run-shell';
import { Session } from './shell/session';

/** What is asked of a folder: one question, or several of a person who types or of standard input. */
export type Asked = (athena: LocalAthena, style: ResultStyle) => Promise<void>;

/**
 * Reads what is asked, before a folder is opened for it.
 * @throws CommandError where nothing is
 */
export async function readAsked(source: QuestionSource, terminal: Terminal): Promise<Asked> {
  const { keyboard } = terminal;
  const session = (athena: LocalAthena, style: ResultStyle) =>
    new Session({ athena, terminal, style, hasEnded: false });
  const isAsked = Object.values(source).some((one) => one !== undefined);
  if (!isAsked && keyboard !== undefined)
    return (athena, style) => runShell(session(athena, style), keyboard);
  const piped = await pipedText(source, terminal);
  if (piped !== undefined) return (athena, style) => runPiped(session(athena, style), piped);
  const question = await questionText(source, terminal);
  if (/^\s*\./.test(question)) return (athena, style) => runPiped(session(athena, style), question);
  return async (athena, style) => {
    await answerQuestion(athena, question, style, terminal);
    writeAnswered(athena, terminal);
  };
}
