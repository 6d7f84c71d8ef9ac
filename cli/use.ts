import type { Command } from 'commander';
import type { CommandContext } from './command';
import { addResultOptions } from './output/result-options';
import type { ResultStyle } from './output/result-text';
import type { Terminal } from './terminal';
import { addTrailOptions, type TrailOptions } from './trail/trail-options';

const examples = `
Examples:
  credential-report use --account 100000000005 --user deploy-ci --trail trail
  credential-report use --account 100000000005 --key AKIAIOSFODNN7EXAMPLE --from 2026-01-01 --trail trail --format csv > use.csv
  credential-report use --account 100000000005 --root --trail trail --data reports
  credential-report use --account 100000000005 --user deploy-ci --trail s3://anycompany-logs/AWSLogs/o-exampleorg1 --max-dollars 2
  credential-report use --account 100000000005 --user deploy-ci --lookup-events --regions eu-central-1,us-east-1`;

/** `use`: what a user, a key or the root user did, from the files of a trail. */
export function addUseCommand(program: Command, { terminal }: CommandContext): void {
  const command = program
    .command('use')
    .description(
      'what a user, an access key or the root user did, from CloudTrail: by service, attempts apart',
    );
  addResultOptions(addTrailOptions(command))
    .addHelpText('after', examples)
    .action((options: TrailOptions & ResultStyle) => use(options, terminal));
}

async function use(options: TrailOptions & ResultStyle, terminal: Terminal): Promise<void> {
  const { askTrail } = await import('./trail/ask-trail');
  const { scopeText } = await import('./trail/scope-text');
  const { useText } = await import('./trail/use-text');
  const { uses, scope } = await askTrail(options, terminal);
  terminal.out(useText(uses, options));
  terminal.err(scopeText(scope));
}
