import { countRequests } from './count-requests';

type Request = Parameters<typeof countRequests>[0][number];

const requests = [
  request('s3:ListBucket', 'counted', 'history/accounts/2026/11/21/'),
  request('s3:GetObject', 'counted/accounts/2026/11/22/accounts.jsonl'),
  request('s3:GetObject', 'counted/history/accounts/2026/11/21/rows.parquet'),
  request('s3:GetObject', 'counted_2/accounts/2026/11/22/accounts.jsonl'),
  request('s3:PutObject', 'cases_0/accounts/2026/11/22/accounts.jsonl'),
];

test('lists and reads of a bucket are counted by prefix, those of others are not', () => {
  expect(countRequests(requests, 'counted')).toEqual({
    accounts: { list: 0, get: 1 },
    'history/accounts': { list: 1, get: 1 },
  });
});

test('a request that is neither list nor read is told', () => {
  expect(() => countRequests(requests, 'cases_0')).toThrow('neither list nor read: s3:PutObject');
});

function request(action: string, resource: string, prefix = ''): Request {
  return {
    action,
    resource: `arn:aws:s3:::${resource}`,
    context: { 's3:prefix': prefix },
  } as unknown as Request;
}
