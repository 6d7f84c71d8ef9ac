/** An error that a service answers with; the protocol gives it its shape on the wire. */
export class ServiceError extends Error {
  constructor(
    /** The code on the wire, e.g. `ReportNotPresent`. */
    readonly code: string,
    readonly status: number,
    message: string,
    /** Further members of the error, e.g. S3's `Region`. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = code;
  }
}

/** What is not emulated is refused by name: an invented answer would prove nothing about AWS. */
export function notImplemented(what: string): ServiceError {
  return new ServiceError('NotImplemented', 501, `the embedded organization does not emulate ${what}`);
}

/** The connection ends without an answer, as when a network breaks. */
export class ConnectionCut extends Error {}

/** The connection stays and nothing comes, as when a server hangs. */
export class NoAnswer extends Error {}
