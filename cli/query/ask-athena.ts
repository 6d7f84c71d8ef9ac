import { messageOf } from '../../lambda/shared/runtime/message-of';
import { scannedText } from '../athena/scanned-text';
import { typedRows } from '../athena/typed-rows';
import { openWorkGroup } from '../athena/work-group';
import { reportDatabase } from '../athena/work-group-name';
import type { AwsOptions } from '../aws-settings';
import type { CommandContext } from '../command';
import { exitCode } from '../exit-code';
import { resultText, type ResultStyle } from '../output/result-text';

/**
 * Answers a question from a deployed workgroup as a folder would; Ctrl-C ends it there too.
 * @throws CommandError with Athena's own message
 */
export async function askAthena(
  workGroup: string,
  question: string,
  options: ResultStyle & AwsOptions,
  { terminal, finish }: CommandContext,
): Promise<void> {
  await terminal.stoppable(async (stop) => {
    const athena = openWorkGroup({ workGroup, database: reportDatabase }, options, terminal, stop);
    try {
      // Athena takes one statement, without the semicolon that ends it in a file.
      const answer = await athena.ask(question.trim().replace(/;$/, ''));
      const names = answer.columns.map(({ name }) => name);
      terminal.out(resultText(names, typedRows(answer), options));
      terminal.note(`${scannedText(athena.scanned())}\n`);
    } catch (error) {
      if (!stop.aborted) throw error;
      terminal.err(`${messageOf(error)}\n`);
      finish(exitCode.interrupted);
    } finally {
      athena.close();
    }
  });
}
