import type { Command } from 'commander';
import type { CommandContext } from './command';
import { exitCode } from './exit-code';
import { addTrailOptions, type TrailOptions } from './trail/trail-options';

const examples = `
Examples:
  credential-report policy --account 100000000005 --user deploy-ci --trail trail > policy.json
  credential-report policy --account 100000000005 --key AKIAIOSFODNN7EXAMPLE --from 2026-01-01 --trail trail

Exit code 2: calls are in no action, or the policy is too long for one.`;

interface PolicyOptions extends TrailOptions {
  readonly attempts?: boolean;
}

/** `policy`: the policy that a use needs, from the files of a trail. */
export function addPolicyCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('policy')
    .description('draft the policy that a use needs: each action is known, or said to be unknown');
  addTrailOptions(command)
    .option('--attempts', 'attempts that failed count too: what was wanted')
    .addHelpText('after', examples)
    .action((options: PolicyOptions) => policy(options, context));
}

async function policy(options: PolicyOptions, { terminal, finish }: CommandContext): Promise<void> {
  const { askTrail } = await import('./trail/ask-trail');
  const { scopeText } = await import('./trail/scope-text');
  const { drafted } = await import('./policy/drafted');
  const { uses, scope } = await askTrail(options, terminal);
  const { policy, notes, isWhole } = await drafted(uses, options.attempts === true);
  terminal.err(`${scopeText(scope)}${notes}`);
  if (policy !== undefined) terminal.out(policy);
  if (!isWhole) finish(exitCode.foundProblems);
}
