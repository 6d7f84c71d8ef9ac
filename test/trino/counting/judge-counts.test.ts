import { judgeCounts } from './judge-counts';

const asked = {
  question: 'finding, one day',
  counts: { exceptions: { list: 1, get: 1 }, 'credential-reports': { list: 1, get: 3 } },
};

test('a question may make the requests that are expected, and no other', () => {
  const expected = { 'credential-reports': '1 + 3', exceptions: '1 + 1' };
  expect(judgeCounts([asked], { 'finding, one day': expected })).toEqual([]);
  expect(judgeCounts([asked], { 'finding, one day': { ...expected, exceptions: '1 + 2' } })).toEqual([
    'finding, one day: lists and reads credential-reports 1 + 3, exceptions 1 + 1, expected credential-reports 1 + 3, exceptions 1 + 2',
  ]);
  expect(judgeCounts([asked], {})).toEqual([
    'finding, one day: lists and reads credential-reports 1 + 3, exceptions 1 + 1, expected nothing',
  ]);
});

test('what is expected must be asked', () => {
  expect(judgeCounts([], { control: {} })).toEqual(['control: is expected, and not asked']);
});
