/** How a reader comes to the console of an account. */
export interface ConsoleAccess {
  /** The console of the partition. */
  readonly consoleHost: string;
  /** The AWS access portal, `https://<subdomain>.awsapps.com/start`, without a slash at its end. */
  readonly accessPortalUrl?: string;
  /** The permission set with which it opens an account. @default the reader chooses */
  readonly accessPortalRole?: string;
}

/** What IAM allows as a user's name; anything else has no page. */
const userName = /^[\w+=,.@-]{1,64}$/;

/**
 * A user in the console of its account: through the access portal, which signs in there first, else for whoever is signed
 * in. The root user has no page; the portal opens its account. Undefined where nothing can be opened.
 */
export function consoleAddress(
  { consoleHost, accessPortalUrl, accessPortalRole }: ConsoleAccess,
  accountId: string,
  user: string,
): string | undefined {
  const page = userName.test(user)
    ? `https://${consoleHost}/iam/home#/users/details/${encodeURIComponent(user)}?section=security_credentials`
    : undefined;
  if (accessPortalUrl === undefined || !/^\d{12}$/.test(accountId)) return page;
  const parameters = Object.entries({ role_name: accessPortalRole, destination: page }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`&${name}=${encodeURIComponent(value)}`]),
  );
  // https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
  return `${accessPortalUrl}/#/console?account_id=${accountId}${parameters.join('')}`;
}

/** The console of the partition that a region is in. */
export function consoleHostOf(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : 'console.aws.amazon.com';
}
