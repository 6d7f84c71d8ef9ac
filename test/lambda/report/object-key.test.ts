import {
  accountNameFits,
  accountsKey,
  encodeAccountName,
  factsKey,
  reportKey,
  runRecordKey,
} from '../../../lambda/report/object-key';

const day = new Date('2026-11-22T23:59:59Z');

test('keys are those of the contract', () => {
  expect(reportKey(day, '100000000007', 'Sandbox 1')).toBe(
    'credential-reports/2026/11/22/100000000007-Sandbox=201.csv',
  );
  expect(reportKey(day, '100000000007', '')).toBe('credential-reports/2026/11/22/100000000007-.csv');
  expect(runRecordKey(day, '100000000007')).toBe('collection-runs/2026/11/22/100000000007.json');
  expect(factsKey(day, '100000000007')).toBe('user-facts/2026/11/22/100000000007.jsonl');
  expect(accountsKey(day)).toBe('accounts/2026/11/22/accounts.jsonl');
});

test.each([
  ['AZaz09._-', 'AZaz09._-'],
  ['a/b', 'a=2Fb'],
  ['=100%', '=3D100=25'],
  [' .', '=20.'],
  ['~+', '=7E=2B'],
  ['日本', '=E6=97=A5=E6=9C=AC'],
  ['\n', '=0A'],
])('account name %j is encoded as %s', (name, encoded) => {
  expect(encodeAccountName(name)).toBe(encoded);
  expect(decodeURIComponent(encoded.replaceAll('=', '%'))).toBe(name);
});

test.each([
  // 12 digits, a hyphen and ".csv" leave 238 bytes of 255
  ['a'.repeat(238), true],
  ['a'.repeat(239), false],
  ['日'.repeat(26), true],
  ['日'.repeat(27), false],
])('an object name ends at 255 bytes: %s', (name, fits) => {
  expect(accountNameFits('100000000007', name)).toBe(fits);
});
