import { Argument, type Command } from 'commander';
import { savedQueries } from '../athena-ddl/sql-files';
import type { CommandContext } from './command';
import { bashScript, zshScript } from './completion/bash-script';
import { completedWords } from './completion/completed-words';

const examples = `
Examples:
  source <(credential-report completion bash)
  credential-report completion bash > ~/.local/share/bash-completion/completions/credential-report
  credential-report completion zsh >> ~/.zshrc`;

const scripts = { bash: bashScript, zsh: zshScript };

/** `completion`: a script by which a shell completes commands, options and what they can be given. */
export function addCompletionCommand(program: Command, { terminal }: CommandContext): void {
  program
    .command('completion')
    .description('print the script by which bash or zsh completes these commands')
    .addArgument(new Argument('<shell>', 'the shell that reads it').choices(Object.keys(scripts)))
    .addHelpText('after', examples)
    .action((shell: keyof typeof scripts) => {
      const named = { '--named': savedQueries().map(({ name }) => name) };
      terminal.out(scripts[shell](program.name(), completedWords(program, named)));
    });
}
