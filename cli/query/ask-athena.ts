import { scannedText } from '../athena/scanned-text';
import { typedRows } from '../athena/typed-rows';
import { openWorkGroup } from '../athena/work-group';
import { reportDatabase } from '../athena/work-group-name';
import type { AwsOptions } from '../aws-settings';
import { resultText, type ResultStyle } from '../output/result-text';
import type { Terminal } from '../terminal';

/** Answers a question from a deployed workgroup as a folder would. @throws CommandError with Athena's own message */
export async function askAthena(
  workGroup: string,
  question: string,
  options: ResultStyle & AwsOptions,
  terminal: Terminal,
): Promise<void> {
  const athena = openWorkGroup({ workGroup, database: reportDatabase }, options, terminal);
  try {
    // Athena takes one statement, without the semicolon that ends it in a file.
    const answer = await athena.ask(question.trim().replace(/;$/, ''));
    const names = answer.columns.map(({ name }) => name);
    terminal.out(resultText(names, typedRows(answer), options));
    terminal.note(`${scannedText(athena.scanned())}\n`);
  } finally {
    athena.close();
  }
}
