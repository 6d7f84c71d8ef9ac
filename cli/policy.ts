import type { Command } from 'commander';
import type { CommandContext } from './command';
import { CommandError } from './command-error';
import { exitCode } from './exit-code';
import { addTrailOptions, type TrailOptions } from './trail/trail-options';

const examples = `
Examples:
  credential-report policy --account 100000000005 --user deploy-ci --trail trail > policy.json
  credential-report policy --account 100000000005 --key AKIAIOSFODNN7EXAMPLE --from 2026-01-01 --trail trail

Exit code 2: calls are in no action, or the policy is too long for one.`;

interface PolicyOptions extends TrailOptions {
  readonly attempts?: boolean;
  readonly diff?: boolean;
}

/** `policy`: the policy that a use needs, from the files of a trail. */
export function addPolicyCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('policy')
    .description('draft the policy that a use needs: each action is known, or said to be unknown');
  addTrailOptions(command)
    .option('--attempts', 'attempts that failed count too: what was wanted')
    .option('--diff', 'say too what is granted and was never used, by the facts in --data')
    .addHelpText('after', examples)
    .action((options: PolicyOptions) => policy(options, context));
}

async function policy(options: PolicyOptions, { terminal, finish }: CommandContext): Promise<void> {
  if (options.diff === true) checkDiff(options);
  const { askTrail } = await import('./trail/ask-trail');
  const { scopeText } = await import('./trail/scope-text');
  const { drafted } = await import('./policy/drafted');
  const { uses, scope, selection } = await askTrail(options, terminal);
  const { policy, notes, isWhole, actions } = await drafted({ uses, scope }, options.attempts === true);
  terminal.err(`${scopeText(scope)}${notes}`);
  if (options.diff === true && options.data !== undefined) {
    const { comparedText } = await import('./policy/compared-text');
    terminal.err(await comparedText({ data: options.data, selection, uses, actions }, terminal));
  }
  if (policy !== undefined) terminal.out(policy);
  if (!isWhole) finish(exitCode.foundProblems);
}

/** Facts are of users, and lie in a folder of reports. */
function checkDiff({ data, root }: PolicyOptions): void {
  if (root === true) throw new CommandError('--diff needs --user or --key: no policy limits the root user');
  if (data === undefined)
    throw new CommandError('--diff needs the facts: --data FOLDER, laid out as the bucket');
}
