import { storeList } from '../../../lambda/store-lists/store-list';

const event = {
  RequestType: 'Create',
  ResourceProperties: {
    Bucket: 'bucket',
    BucketOwner: '100000000001',
    Key: 'controls/controls.csv',
    Csv: 'a\n',
  },
} as const;

/** A bucket that refuses so many puts, and a clock that only its waits move. */
function bucket(refusals: number, message: string) {
  let left = refusals;
  let now = 0;
  const puts: unknown[] = [];
  const send = (command: { readonly input: unknown }) => {
    puts.push(command.input);
    const error = Object.assign(new Error(message), { name: 'AccessDenied' });
    return left-- > 0 ? Promise.reject(error) : Promise.resolve({});
  };
  const wait = {
    sleep: (milliseconds: number) => Promise.resolve((now += milliseconds)),
    remainingMs: () => 165_000 - now,
  };
  return { s3: { send } as never, wait, puts, waited: () => now };
}

test('the list is stored once the permission has reached S3', async () => {
  const { s3, wait, puts } = bucket(3, 'Access Denied');
  expect(await storeList(event, s3, wait)).toEqual({ physicalResourceId: 'controls/controls.csv' });
  expect(puts).toHaveLength(4);
  expect(puts[3]).toMatchObject({
    Bucket: 'bucket',
    ExpectedBucketOwner: '100000000001',
    Key: 'controls/controls.csv',
    Body: 'a\n',
  });
});

test('a permission that never comes ends within its time', async () => {
  const { s3, wait, waited } = bucket(1_000, 'Access Denied');
  await expect(storeList(event, s3, wait)).rejects.toThrow('Access Denied');
  expect(waited()).toBe(120_000);
});

test('an explicit deny is not waited for', async () => {
  const { s3, wait, waited } = bucket(
    1_000,
    'not authorized with an explicit deny in a resource-based policy',
  );
  await expect(storeList(event, s3, wait)).rejects.toThrow('explicit deny');
  expect(waited()).toBe(0);
});

test('a list whose resource goes stays in the bucket', async () => {
  const { s3, wait, puts } = bucket(0, '');
  expect(await storeList({ ...event, RequestType: 'Delete' }, s3, wait)).toEqual({
    physicalResourceId: 'controls/controls.csv',
  });
  expect(puts).toEqual([]);
});
