import type { Command } from 'commander';
import type { CommandContext } from './command';

const examples = `
Examples:
  credential-report demo
  credential-report query --data demo-output --named open_findings`;

/** `demo`: an example organization, collected for 30 days by the real artifact. */
export function addDemoCommand(program: Command, { terminal }: CommandContext): void {
  program
    .command('demo')
    .description('collect an example organization for 30 days, on this machine, without AWS')
    .option('--out <folder>', 'what an earlier demo made in it is overwritten', 'demo-output')
    .addHelpText('after', examples)
    .action(async ({ out }: { out: string }) => {
      const { runDemo } = await import('./demo/run-demo');
      await runDemo(out, terminal);
    });
}
