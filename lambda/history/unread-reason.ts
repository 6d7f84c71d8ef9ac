import {
  inputTimeoutMs,
  maxAccountBytes,
  maxAccountObjects,
  maxInputBytes,
  maxInputLines,
  maxLineBytes,
} from './limits';

/**
 * Why an object is not in the history, by the same words for the same object, so that the manifest stays the same. What
 * is `lasting` follows from the object itself; the others are tried again.
 */
export const unreadReasons = {
  tooLarge: { text: `larger than ${maxInputBytes} bytes`, lasting: true },
  tooManyLines: { text: `more than ${maxInputLines} lines`, lasting: true },
  longLine: { text: `a line of more than ${maxLineBytes} bytes`, lasting: true },
  flood: {
    text: `its account handed in more than ${maxAccountBytes} bytes or ${maxAccountObjects} objects under the day`,
    lasting: true,
  },
  denied: { text: 'access denied', lasting: false },
  archived: { text: 'in an archive', lasting: false },
  slow: { text: `not read within ${inputTimeoutMs / 1000} seconds`, lasting: false },
  failed: { text: 'reading it failed', lasting: false },
} as const;

export type UnreadReason = (typeof unreadReasons)[keyof typeof unreadReasons];

/** By the name or the code of what the store threw. */
const reasonOf: Readonly<Record<string, UnreadReason>> = {
  AccessDenied: unreadReasons.denied,
  EACCES: unreadReasons.denied,
  EPERM: unreadReasons.denied,
  InvalidObjectState: unreadReasons.archived,
  AbortError: unreadReasons.slow,
  TimeoutError: unreadReasons.slow,
};

/** Why reading an object failed. */
export function unreadReason(error: unknown): UnreadReason {
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  return reasonOf[String(code)] ?? reasonOf[String(name)] ?? unreadReasons.failed;
}

/** Whether another try may read it. */
export function mayPass(text: string): boolean {
  return !Object.values(unreadReasons).some((reason) => reason.text === text && reason.lasting);
}
