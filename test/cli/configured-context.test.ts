import { configuredContext } from '../../cli/digest/configured-context';
import type { ConfiguredOptions } from '../../cli/preflight/config-file';

const links = { accessPortalUrl: 'https://anycompany.awsapps.com/start' };
const china = { id: '100000000007', region: 'cn-north-1' };

test.each<[string, ConfiguredOptions, object]>([
  ['nothing', {}, { links: {}, consoleHost: 'console.aws.amazon.com' }],
  [
    'a name and links',
    { region: 'eu-central-1', notifications: { organizationName: 'AnyCompany', links } },
    { organization: 'AnyCompany', links, consoleHost: 'console.aws.amazon.com' },
  ],
  [
    "the data account's own region",
    { region: 'eu-central-1', dataAccount: china },
    { links: {}, consoleHost: 'console.amazonaws.cn' },
  ],
])('%s of config.ts is what the deployed digest knows', (_, config, expected) =>
  expect(configuredContext({ config })).toEqual(expected),
);

test.each([
  [{ config: undefined }, 'there is no config.ts, which the npm package does not carry'],
  [{ config: undefined, why: 'it exports no object' }, 'config.ts could not be read: it exports no object'],
])('without one it says so: %j', (file, message) => expect(() => configuredContext(file)).toThrow(message));
