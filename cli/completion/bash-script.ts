import type { CompletedWords } from './completed-words';

/**
 * A script that completes the program's command lines in bash from 3.2 on. Where it knows no word, as for a file, the shell
 * completes by itself.
 */
export function bashScript(program: string, commands: readonly CompletedWords[]): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  const words = commands.map(({ path, words }) => `    '${path}') words='${words.join(' ')}' ;;`);
  const values = commands.flatMap(({ path, values }) =>
    Object.entries(values).map(([flag, known]) => `    '${path} ${flag}') words='${known.join(' ')}' ;;`),
  );
  return `${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' words='' index=1 next
  while [ "$index" -lt "$COMP_CWORD" ]; do
    next="$path \${COMP_WORDS[index]}"
    case "\${next# }" in
    ${paths.join('|')}) path="\${next# }" ;;
    esac
    index=$((index + 1))
  done
  # --option=value comes as three words.
  [ "$word" = '=' ] && word=''
  [ "$previous" = '=' ] && previous="\${COMP_WORDS[COMP_CWORD-2]}"
  [ "\${COMP_WORDS[COMP_CWORD]}" = '=' ] && previous="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$path" in
${words.join('\n')}
  esac
  case "$path $previous" in
${values.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F ${name} ${program}
`;
}

/** The same in zsh, which reads scripts made for bash. */
export function zshScript(program: string, commands: readonly CompletedWords[]): string {
  return `autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${bashScript(program, commands)}`;
}
