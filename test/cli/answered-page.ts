import { resultText } from '../../cli/output/result-text';
import type { LocalAthena } from '../../local/athena';

const question = /```sql\n([\s\S]*?)\n```\n(?:\n```text\n[\s\S]*?\n```\n)?/g;

/** A page whose every SQL block is followed by what the command `query` prints for it. */
export async function answeredPage(page: string, athena: LocalAthena): Promise<string> {
  const questions = [...page.matchAll(question)];
  let answered = page;
  for (const [block, sql = ''] of questions) {
    const { columns, rows } = await athena.query(sql);
    const names = columns.map(({ name }) => name);
    const out = resultText(names, rows, { format: 'table', raw: false });
    const answer = `\`\`\`sql\n${sql}\n\`\`\`\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`;
    answered = answered.replace(block, () => answer);
  }
  return answered;
}
