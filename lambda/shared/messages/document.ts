/**
 * A message before it has a form: plain mail and Slack show the same document. Names of accounts and users are
 * hostile text, so they are marked as such and each form disarms them in its own way.
 */
export interface Document {
  /** Subject of the mail, header in Slack; holds no names. */
  readonly title: string;
  /** One paragraph below the title. */
  readonly lead: Line;
  readonly sections: readonly Section[];
  /** Last line: where it came from. */
  readonly footer: string;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly (Line | Group)[];
  /** Where every line can be read when some had to be left out. */
  readonly seeAll: string;
}

/** Lines under one that says what holds for all of them. */
export interface Group {
  readonly head: Line;
  readonly lines: readonly Line[];
}

/** Text as it is, texts that somebody else chose, and what to open or run. */
export type Line = readonly (string | Foreign | Link | Command)[];

/** A page: mail shows its address below the line, Slack its words in it. */
export interface Link {
  readonly words: string;
  /** `https://…`, without spaces. */
  readonly url: string;
}

/** A command to copy: mail shows it below the line, in one piece. */
export interface Command {
  readonly words: string;
  readonly command: string;
}

/** A text that somebody else chose: a name, a reason, an error message. */
export interface Foreign {
  readonly foreign: string;
  /** Characters that are shown at most. */
  readonly longest: number;
}

/** Marks a name: a user's has at most 64 characters, an account's 128. */
export function foreign(text: string): Foreign {
  return { foreign: text, longest: 128 };
}

/** Marks a sentence that somebody else wrote: a reason, an error message. */
export function foreignSentence(text: string): Foreign {
  return { foreign: text, longest: 300 };
}

/** A line or group of a section, each line with whether it stands under a head. */
export interface FlatLine {
  readonly line: Line;
  readonly under: boolean;
}

/** The lines of a section one after the other. */
export function flatLines(lines: Section['lines']): FlatLine[] {
  return lines.flatMap((one) =>
    'head' in one
      ? [{ line: one.head, under: false }, ...one.lines.map((line) => ({ line, under: true }))]
      : [{ line: one, under: false }],
  );
}
