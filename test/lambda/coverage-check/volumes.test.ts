import { largest, volumesOf } from '../../../lambda/coverage-check/volumes';

const at = (key: string, size: number) => ({ key, size });

test("reports and run records of an account and day are one volume; what names no account is nobody's", () => {
  const volumes = volumesOf([
    at('credential-reports/2026/11/22/100000000007-A=2Fb.csv', 10),
    at('credential-reports/2026/11/22/100000000007-.csv', 5),
    at('collection-runs/2026/11/22/100000000007.json', 1),
    at('collection-runs/2026/11/21/100000000007.json', 2),
    at('collection-runs/2026/11/22/100000000008.json', 30),
    at('credential-reports/2026/11/22/odd.csv', 3),
  ]);
  expect(volumes).toEqual([
    { account_id: '100000000007', day: '2026/11/22', bytes: 16, objects: 3 },
    { account_id: '100000000007', day: '2026/11/21', bytes: 2, objects: 1 },
    { account_id: '100000000008', day: '2026/11/22', bytes: 30, objects: 1 },
    { account_id: '', day: '2026/11/22', bytes: 3, objects: 1 },
  ]);
  expect(largest(volumes, 'bytes')?.account_id).toBe('100000000008');
  expect(largest(volumes, 'objects')?.account_id).toBe('100000000007');
  expect(largest([], 'bytes')).toBeUndefined();
});
