import { checkConfig } from '../../../lib/config/check-config';

const arn = (name: string, kind = 'group') =>
  `arn:aws:quicksight:us-east-1:100000000001:${kind}/default/${name}`;
const problemsOf = (restricted: unknown, principalArns = [arn('security')]) =>
  checkConfig({ quickSight: { principalArns, restricted } });

test.each<[string, object]>([
  ['an account', { [arn('payments')]: ['100000000005'] }],
  ['a unit by its path', { [arn('payments')]: ["Root/Prod/Payments, Europe's"] }],
  ['a unit by its id', { [arn('payments')]: ['ou-ab12-cdefgh34'] }],
  ['a user', { [arn('anna@example.com', 'user')]: ['Root/Prod', '100000000005'] }],
])('rows can be restricted to %s', (_name, restricted) => {
  expect(problemsOf(restricted)).toEqual([]);
});

const many = (count: number) => Array.from({ length: count }, (_, at) => String(100000000000 + at));

test.each<[string, object, readonly string[]]>([
  [
    'a list of names',
    [arn('payments')],
    ['quickSight.restricted is ["arn:aws', '1 to 100 accounts and units'],
  ],
  ['nobody', {}, ['quickSight.restricted is {}', 'one at least']],
  [
    'a role',
    { 'arn:aws:iam::100000000001:role/x': ['Root/Prod'] },
    ['is {"arn:aws:iam', 'group/default/<name>'],
  ],
  ['one account without a list', { [arn('payments')]: '100000000005' }, ['a list of 1 to 100']],
  ['no account', { [arn('payments')]: [] }, ['a list of 1 to 100']],
  ['too many accounts', { [arn('payments')]: many(101) }, ['a list of 1 to 100']],
  ['a number', { [arn('payments')]: [100000000005] }, ['a list of 1 to 100']],
  ['an account id that is none', { [arn('payments')]: ['12345'] }, ['payments"] holds "12345"', '12 digits']],
  [
    'a unit that does not begin with the root',
    { [arn('payments')]: ['Prod/Web'] },
    ['holds "Prod/Web"', '"Root/Prod/Web"'],
  ],
  ['the root', { [arn('payments')]: ['Root'] }, ['holds "Root"', 'belongs to principalArns']],
  ['a path that ends with a slash', { [arn('payments')]: ['Root/Prod/'] }, ['holds "Root/Prod/"']],
  ['a line break in a path', { [arn('payments')]: ['Root/Pr\nod'] }, ['holds "Root/Pr\\nod"']],
  ['the same account twice', { [arn('payments')]: many(1).concat(many(1)) }, ['"100000000000" twice']],
  ['who sees everything', { [arn('security')]: ['Root/Prod'] }, ['holds "arn:aws', 'not in principalArns']],
  ['a name with a comma', { [arn('pay,ments')]: ['Root/Prod'] }, ['pay,ments', 'without comma or quote']],
  ['a name with a quote', { [arn("o'neil", 'user')]: ['Root/Prod'] }, ["o'neil", 'without comma or quote']],
  [
    'more than QuickSight takes',
    Object.fromEntries(many(64).map((name) => [arn(name), ['Root/Prod']])),
    ['names 65 users and groups', '64 in all'],
  ],
  [
    'more than a statement holds',
    Object.fromEntries(many(30).map((name) => [arn(name), many(100)])),
    ['characters of ARNs', 'allowed are 160000'],
  ],
])('rows cannot be restricted to %s', (_name, restricted, said) => {
  const problems = problemsOf(restricted);
  expect(problems).toHaveLength(1);
  for (const words of said) expect(problems[0]).toContain(words);
});

test('a comma in the name of who sees everything parts rules too', () => {
  const problems = problemsOf({ [arn('payments')]: ['Root/Prod'] }, [arn('a,b')]);
  expect(problems).toEqual([
    expect.stringContaining('group/default/a,b", allowed with restricted is a name without comma'),
  ]);
});

test('who is restricted belongs to the data account', () => {
  const other = arn('payments').replace('100000000001', '100000000009');
  expect(
    checkConfig(
      { quickSight: { principalArns: [arn('security')], restricted: { [other]: ['Root/Prod'] } } },
      {
        account: '100000000001',
        region: 'eu-central-1',
      },
    ),
  ).toEqual([
    expect.stringMatching(
      /^quickSight\.restricted is ".*", allowed is an ARN of the data account 100000000001$/,
    ),
  ]);
});
