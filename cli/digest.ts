import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { defaultDigestInterval, type DigestInterval, digestIntervals } from '../lambda/digest/contract';
import { postToSlack } from '../lambda/shared/messages/post-to-slack';
import { webhookUrl } from '../lambda/shared/messages/webhook-url';
import { mailOf } from '../lambda/shared/messages/mail';
import { slackMessageOf } from '../lambda/shared/messages/slack';
import type { CommandContext } from './command';
import { CommandError } from './command-error';
import { dataOption } from './data-option';
import { isoDay } from './day-options';
import { bareContext, configuredContext } from './digest/configured-context';
import { addListOptions, type ListOptions } from './lists/list-options';
import { messageOf } from '../lambda/shared/runtime/message-of';
import { readConfigFile } from './preflight/config-file';
import { openData, writeWarnings } from './open-data';
import type { Terminal } from './terminal';

const examples = `
Examples:
  credential-report digest --data demo-output
  credential-report digest --data demo-output --every day --as-of 2026-11-20
  SLACK_WEBHOOK=https://hooks.slack.com/services/… credential-report digest --data reports --slack-webhook-env SLACK_WEBHOOK`;

interface DigestOptions extends ListOptions {
  readonly data: string;
  readonly every: DigestInterval;
  readonly asOf?: string;
  readonly slackWebhookEnv?: string;
  readonly configured?: boolean;
}

/** `digest`: the message that a team gets every week, from a folder. */
export function addDigestCommand(program: Command, { terminal }: CommandContext): void {
  const command = program
    .command('digest')
    .description('print what changed and what is open as the mail that the deployed digest sends')
    .addOption(dataOption(terminal).makeOptionMandatory())
    .addOption(
      new Option('--every <interval>', 'what to compare with')
        .choices(digestIntervals)
        .default(defaultDigestInterval),
    )
    .addOption(new Option('--as-of <day>', 'the last day to tell about, YYYY-MM-DD').argParser(isoDay))
    .option('--configured', "with the organization's name and the links of config.ts")
    .option(
      '--slack-webhook-env <name>',
      'also post it to the Slack webhook in this environment variable; its address is a secret, so it is no option',
    );
  addListOptions(command)
    .addHelpText('after', examples)
    .action((options: DigestOptions) => digest(options, terminal));
}

async function digest(
  { data, every, asOf, slackWebhookEnv, configured, ...lists }: DigestOptions,
  terminal: Terminal,
): Promise<void> {
  // Read before the work, so that a forgotten variable is reported at once.
  const slack = slackWebhookEnv === undefined ? undefined : webhookIn(terminal, slackWebhookEnv);
  const context = configured ? configuredContext(readConfigFile()) : bareContext;
  const { localDigest } = await import('./digest/local-digest');
  const athena = await openData({ data, asOf, lists }, terminal);
  try {
    const document = await localDigest(athena, every, context);
    const { subject, text } = mailOf(document);
    terminal.out(`Subject: ${subject}\n\n${text}`);
    writeWarnings(athena, terminal);
    if (slack === undefined) return;
    await postToSlack(slack, slackMessageOf(document), { fetch, sleep });
    terminal.note('posted to Slack\n');
  } finally {
    athena.close();
  }
}

function webhookIn({ environment }: Terminal, name: string): URL {
  const value = environment[name];
  if (value === undefined || value === '')
    throw new CommandError(`the environment variable ${name} is empty`);
  try {
    return webhookUrl(value);
  } catch (error) {
    throw new CommandError(`${name}: ${messageOf(error)}`);
  }
}
