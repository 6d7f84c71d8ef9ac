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
  readonly lines: readonly Line[];
  /** Where every line can be read when some had to be left out. */
  readonly seeAll: string;
}

/** Text as it is, and texts that somebody else chose. */
export type Line = readonly (string | Foreign)[];

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
