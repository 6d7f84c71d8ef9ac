import type { Command, Option } from 'commander';

/** What may follow on a command line. */
export interface CompletedWords {
  /** Names of commands from the program on, `exceptions check`; the program itself has none. */
  readonly path: string;
  /** Subcommands, choices of its argument and options. */
  readonly words: readonly string[];
  /** What an option can be given, by the option; one that takes anything else has no words. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Options whose values are known although any text is accepted, since an error names the nearest one. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** What may follow every command of a program, by the program's own tree. */
export function completedWords(command: Command, known: KnownValues, path = ''): readonly CompletedWords[] {
  const help = command.createHelp();
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  const children = help.visibleCommands(command);
  const own: CompletedWords = {
    path,
    words: [
      ...children.map((child) => child.name()),
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ...options.flatMap(flagsOf),
    ],
    values: Object.fromEntries(
      options
        .filter(({ required, optional }) => required || optional)
        .flatMap((option) => flagsOf(option).map((flag) => [flag, option.argChoices ?? known[flag] ?? []])),
    ),
  };
  return [
    own,
    ...children.flatMap((child) => completedWords(child, known, `${path} ${child.name()}`.trim())),
  ];
}

function flagsOf({ long, short }: Option): string[] {
  return [long, short].filter((flag): flag is string => typeof flag === 'string');
}
