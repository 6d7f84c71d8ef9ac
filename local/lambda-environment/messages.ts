/** What the parent process and a Lambda environment tell each other. */

export interface InvokeMessage {
  readonly type: 'invoke';
  readonly event: unknown;
  readonly functionArn: string;
  /** Environment variables of the function. */
  readonly variables: Readonly<Record<string, string>>;
  /** The organization's time in milliseconds since 1970. */
  readonly now: number;
  readonly timeoutMs: number;
}

/** The environment has nothing to do before this time; the clock may go there, but not past the function's timeout. */
export interface WaitMessage {
  readonly type: 'wait';
  readonly until: number;
}

/** Answer to a wait: the clock has gone on. */
export interface TimeMessage {
  readonly type: 'time';
  readonly now: number;
}

export interface ResultMessage {
  readonly type: 'result';
  readonly error: { readonly name: string; readonly message: string } | null;
  /** Everything that this process has printed so far. */
  readonly printedBytes: number;
}
