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
  const { draftPolicy } = await import('./policy/draft-policy');
  const { draftText, lengthText } = await import('./policy/draft-text');
  const { policyDocument } = await import('./policy/policy-document');
  const { dayOfActionList } = await import('../iam-actions/action-list');
  const { uses, scope } = await askTrail(options, terminal);
  const withAttempts = options.attempts === true;
  const tried = uses.filter(({ error_code: error }) => error !== null);
  const draft = await draftPolicy(withAttempts ? uses : uses.filter((use) => !tried.includes(use)));
  const attempts = tried.reduce((sum, { calls }) => sum + calls, 0);
  terminal.err(draftText({ draft, scope, attempts, withAttempts, listedOn: await dayOfActionList() }));
  if (draft.known.length === 0) {
    terminal.err('no policy: no use needs an action that is known\n');
    return finish(exitCode.foundProblems);
  }
  const document = policyDocument(draft.known);
  const length = lengthText(document);
  terminal.err(length);
  terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  if (draft.unknown.length > 0 || length !== '') finish(exitCode.foundProblems);
}
