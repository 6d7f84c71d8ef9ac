/** What AWS calls a request whose time is too far from its own. */
const ofTime = /^(?:RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/;

/** A signature's time and AWS's, in messages of SignatureDoesNotMatch and InvalidSignatureException. */
const inMessage = /Signature (?:expired|not yet current): (\d{8}T\d{6}Z) .*\((\d{8}T\d{6}Z) [-+] /;

interface OddTime extends Error {
  readonly RequestTime?: unknown;
  readonly ServerTime?: unknown;
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** What is wrong where AWS refused a request for its time, with both times; undefined for every other error. */
export function wrongClock(error: unknown, now: Date): string | undefined {
  const { name, message, RequestTime, ServerTime, $response } = error as OddTime;
  const [, asked, answered] = inMessage.exec(message) ?? [];
  const isOfTime = ofTime.test(name) || /^Signature (?:expired|not yet current)/.test(message);
  if (!isOfTime) return undefined;
  const here = isoTime(asked ?? RequestTime) ?? now.toISOString();
  const there = isoTime(answered ?? ServerTime ?? $response?.headers?.['date']);
  return `the clock of this machine is wrong: it says ${here}, AWS says ${there ?? 'another time'}`;
}

/** Any of the forms that AWS has for a time; undefined for what is none. */
function isoTime(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
  const plain = String(value).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = new Date(plain);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}
