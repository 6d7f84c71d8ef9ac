import { join } from 'node:path';
import { folderPlace } from '../../../local/trail';
import { accountFolders } from '../../../local/trail/account-folders';
import { storedObjects } from '../athena/stored-objects';
import { account, fileKey, packed } from './trail-files';

const other = '100000000008';
const below = (folder: string, of = account) =>
  `${folder}${of}/CloudTrail/eu-central-1/2026/11/20/${of}_CloudTrail_one.json.gz`;

const found = (keys: readonly string[], at = '') =>
  accountFolders(
    folderPlace(join(storedObjects(Object.fromEntries(keys.map((key) => [key, packed()]))), at)),
    account,
  );

const organization = 'AWSLogs/o-exampleorg1/';

test.each<{ name: string; keys: readonly string[]; at?: string; folders: readonly string[] }>([
  { name: 'an organization', keys: [below(organization)], folders: [`${organization}${account}/`] },
  { name: 'one account', keys: [below('AWSLogs/')], folders: [`AWSLogs/${account}/`] },
  {
    name: 'a prefix of two parts',
    keys: [below('logs/trail/AWSLogs/')],
    folders: [`logs/trail/AWSLogs/${account}/`],
  },
  {
    name: "Control Tower's",
    keys: [below(`o-exampleorg1/${organization}`)],
    folders: [`o-exampleorg1/${organization}${account}/`],
  },
  {
    name: 'two trails and two organizations in one bucket',
    keys: [below('AWSLogs/'), below(organization), below('AWSLogs/o-exampleorg2/')],
    folders: [`AWSLogs/${account}/`, `${organization}${account}/`, `AWSLogs/o-exampleorg2/${account}/`],
  },
  {
    name: 'a place below the bucket',
    keys: [below(organization)],
    at: 'AWSLogs',
    folders: [`o-exampleorg1/${account}/`],
  },
  {
    name: "the organization's folder",
    keys: [below(organization)],
    at: organization,
    folders: [`${account}/`],
  },
  {
    name: "the account's own folder",
    keys: [below(organization)],
    at: `${organization}${account}`,
    folders: [''],
  },
])('$name', async ({ keys, at, folders }) => {
  expect(await found([...keys, below(organization, other)], at)).toEqual(folders);
});

test.each([
  {
    name: 'another organization',
    keys: [below('AWSLogs/o-otherorg11/', other)],
    says: `it has those of ${other}`,
  },
  {
    name: 'many accounts',
    keys: Array.from({ length: 7 }, (_, index) => below('AWSLogs/', String(200000000001 + index))),
    says: 'it has those of 200000000001, 200000000002, 200000000003, 200000000004, 200000000005 and 2 more',
  },
  {
    name: 'digests alone',
    keys: [`AWSLogs/${account}/CloudTrail-Digest/eu-central-1/2026/11/20/a.json.gz`],
    says: 'it must hold AWSLogs/<account>/CloudTrail/',
  },
])('a trail of $name is refused with what it has', async ({ keys, says }) => {
  await expect(found(keys)).rejects.toThrow(`has no events of account ${account}: ${says}`);
});

test('a folder that is not there is an error, not a trail without events', async () => {
  await expect(accountFolders(folderPlace('/nowhere'), account)).rejects.toThrow(
    'there is no folder /nowhere',
  );
});

test('the key of a file is as CloudTrail writes it', () => {
  expect(fileKey('2026-11-20')).toBe(below(organization));
});
