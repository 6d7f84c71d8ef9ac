import { credentialsHelp } from '../aws-error';

/** A call whose answer a check needs, and that got none. `name` is the code of AWS, or of the system without an answer. */
export class CallFailed extends Error {
  constructor(
    /** As in policies: `ssm:GetParameter`. */
    readonly action: string,
    /** Whose it is by the HTTP status; undefined when nothing was answered at all. */
    readonly fault: 'client' | 'server' | undefined,
    code: string,
    message: string,
  ) {
    super(message);
    this.name = code;
  }

  /** What is not known any more, in one line. */
  get detail(): string {
    const said = this.message === '' ? '' : `: ${this.message}`;
    return `${this.action} failed with ${this.name}${said}`;
  }
}

/**
 * Makes a call, or all calls of a list in pages.
 * @throws CallFailed with the action, which the errors of most services do not name
 */
export async function ask<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw callFailed(action, error);
  }
}

/** What the SDK writes around a message, about itself. */
const internals = [
  /\s*Deserialization error: to see the raw response, inspect the hidden field[^.]*\.\$response on this object\.?/,
];

/** The SDK wraps errors that it does not know as `Error`, with their names in the message. */
function unwrapped({ name, message }: Error): { readonly name: string; readonly message: string } {
  const [, wrapped, rest] = /^AWS SDK error wrapper for (\w+): ([^]*)$/.exec(message) ?? [];
  return wrapped === undefined || rest === undefined
    ? { name, message: plain(message) }
    : { name: wrapped, message: plain(rest) };
}

/** The words of AWS or of the system alone, in one line. */
function plain(message: string): string {
  const bare = internals.reduce((text, internal) => text.replace(internal, ''), message);
  return bare.replace(/\s+/g, ' ').trim();
}

function callFailed(action: string, thrown: unknown): CallFailed {
  if (!(thrown instanceof Error)) return new CallFailed(action, undefined, 'Error', String(thrown));
  const { code, $metadata } = thrown as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  const error = unwrapped(thrown);
  const status = $metadata?.httpStatusCode;
  if (status !== undefined) {
    return new CallFailed(action, status < 500 ? 'client' : 'server', error.name, error.message);
  }
  // A refused connection is an `Error` without a name of its own, and some carry their causes instead of a message.
  return new CallFailed(action, undefined, typeof code === 'string' ? code : error.name, error.message);
}

interface Advice {
  readonly when: (failure: CallFailed) => boolean;
  readonly say: (failure: CallFailed) => string;
}

const again = 'run preflight again in a few minutes';

/** The first that fits. */
const advices: readonly Advice[] = [
  {
    when: (failure) => credentialsHelp(failure) !== undefined,
    say: (failure) => credentialsHelp(failure) ?? again,
  },
  {
    when: ({ message }) => /service control policy/i.test(message),
    say: ({ action }) => `let the service control policy allow ${action}`,
  },
  {
    when: ({ name }) => /AccessDenied|Unauthorized|NotAuthorized/.test(name),
    say: ({ action }) => `allow ${action} to these credentials, or use others with --profile`,
  },
  { when: ({ name }) => /Throttl|TooManyRequests|RequestLimit|SlowDown/.test(name), say: () => again },
  {
    when: ({ name }) => name === 'NotImplemented',
    say: ({ action }) => `ask AWS: what AWS_ENDPOINT_URL names does not emulate ${action}`,
  },
  { when: ({ fault }) => fault === 'server', say: () => again },
  {
    when: ({ fault }) => fault === undefined,
    say: () => 'look at the network, the proxy and AWS_ENDPOINT_URL, then run preflight again',
  },
];

/** What the reader can do so that the answer comes. */
export function whatToDo(failure: CallFailed): string {
  const advice = advices.find(({ when }) => when(failure));
  return advice?.say(failure) ?? 'correct what the message says, then run preflight again';
}

/** Is it AWS's answer of that code. */
export function isAnswer(error: unknown, code: string): error is CallFailed {
  return error instanceof CallFailed && error.fault !== undefined && error.name === code;
}
