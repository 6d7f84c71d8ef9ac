import { consoleLink } from '../../../../lambda/shared/messages/links';
import { messageContext } from '../../../../lambda/shared/messages/message-context';
import { consoleHostOf } from '../../../../lambda/shared/text/console-address';

const host = 'console.aws.amazon.com';
const account = '100000000007';
const portal = { accessPortalUrl: 'https://anycompany.awsapps.com/start' };
const role = { ...portal, accessPortalRole: 'Security+Audit' };
const page = (user: string) => `https://${host}/iam/home#/users/details/${user}?section=security_credentials`;
const opened = `${portal.accessPortalUrl}/#/console?account_id=${account}`;

test.each([
  { name: 'a user', links: {}, user: 'jane.doe', url: page('jane.doe') },
  {
    name: 'a user whose name means something in an address',
    links: {},
    user: 'a+b@c',
    url: page('a%2Bb%40c'),
  },
  { name: 'the root user has no page', links: {}, user: '<root_account>', url: undefined },
  {
    name: 'a user through the portal',
    links: portal,
    user: 'jane.doe',
    url: `${opened}&destination=${encodeURIComponent(page('jane.doe'))}`,
  },
  {
    name: 'a user through the portal, with a permission set',
    links: role,
    user: 'jane.doe',
    url: `${opened}&role_name=Security%2BAudit&destination=${encodeURIComponent(page('jane.doe'))}`,
  },
  {
    name: 'the account of a root user through the portal',
    links: role,
    user: '<root_account>',
    url: `${opened}&role_name=Security%2BAudit`,
  },
  {
    name: 'an account that is none',
    links: portal,
    user: '<root_account>',
    account: '1&x=2',
    url: undefined,
  },
])('$name', ({ links, user, url, ...given }) => {
  expect(consoleLink(links, host, given.account ?? account, user)?.url).toBe(url);
});

test.each([
  ['eu-central-1', host],
  ['cn-north-1', 'console.amazonaws.cn'],
  ['us-gov-west-1', 'console.amazonaws-us-gov.com'],
])('the console of %s is %s', (region, expected) => expect(consoleHostOf(region)).toBe(expected));

test('a function knows what the configuration says, and nothing else', () => {
  expect(messageContext({ AWS_REGION: 'eu-central-1' })).toEqual({ links: {}, consoleHost: host });
  const context = { organization: 'AnyCompany', links: portal };
  expect(messageContext({ AWS_REGION: 'cn-north-1', MESSAGE_CONTEXT: JSON.stringify(context) })).toEqual({
    ...context,
    consoleHost: 'console.amazonaws.cn',
  });
});
