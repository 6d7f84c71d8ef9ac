import { runCommand } from './run-command';

const question = /```sql\n([\s\S]*?)\n```\n(?:\n```text\n[\s\S]*?\n```\n)?/g;

/** A page whose every SQL block is followed by what the command answers over a folder. */
export async function answeredPage(page: string, data: string): Promise<string> {
  const questions = [...page.matchAll(question)];
  let answered = page;
  for (const [block, sql = ''] of questions) {
    const { code, out, err } = await runCommand(['query', '--data', data, sql]);
    if (code !== 0) throw new Error(err);
    const answer = `\`\`\`sql\n${sql}\n\`\`\`\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`;
    answered = answered.replace(block, () => answer);
  }
  return answered;
}
