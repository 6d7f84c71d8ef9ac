/**
 * The address of an incoming webhook, checked: whoever knows it can post, so no message repeats it.
 * @throws Error for anything but an https address; http is allowed to this machine alone
 */
export function webhookUrl(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !isLocal)) {
    throw new Error(
      `the Slack webhook must be an https address such as https://hooks.slack.com/services/…, received ${text.length} characters that are none`,
    );
  }
  return url;
}
