/** A text as one word of a POSIX shell, whatever is in it: bare where nothing in it means anything to a shell. */
export function shellWord(text: string): string {
  return /^[\w.,@%+:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** An option of the AWS CLI with its value, joined where the value would pass for an option of its own. */
export function shellOption(name: string, value: string): string {
  return `--${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
}
