/**
 * Settings of every client. Hundreds of accounts ask Organizations at the same time and get
 * `TooManyRequestsException`: seven attempts back off for up to half a minute. A request that hangs is given up,
 * so that the run ends with a record before its Lambda function times out.
 */
export const clientSettings = {
  maxAttempts: 7,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};
