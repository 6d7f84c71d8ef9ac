import { silentGroups } from '../../../lambda/digest/sections/silent';
import { gap, payments } from './rows';

const consoleHost = 'console.aws.amazon.com';
const portal = { accessPortalUrl: 'https://anycompany.awsapps.com/start', accessPortalRole: 'SecurityAudit' };

test.each([
  {
    name: 'the portal',
    links: portal,
    opened: `${portal.accessPortalUrl}/#/console?account_id=${payments.account_id}&role_name=SecurityAudit`,
  },
  { name: 'nothing where no portal is configured', links: {}, opened: undefined },
])('a silent account is opened by $name', ({ links, opened }) => {
  const [group] = silentGroups([gap({})], { links, consoleHost });
  const urls = group?.lines
    .flat()
    .flatMap((part) => (typeof part === 'object' && 'url' in part ? part.url : []));
  expect(urls).toEqual(opened === undefined ? [] : [opened]);
});

test('the runbook is named by its address', () => {
  const [group] = silentGroups([gap({})], {
    links: { runbookUrl: 'https://wiki.example.com/x' },
    consoleHost,
  });
  expect(group?.head).toEqual([
    expect.stringMatching(/What to do: https:\/\/wiki\.example\.com\/x, "Accounts are missing or failed"$/),
  ]);
});
