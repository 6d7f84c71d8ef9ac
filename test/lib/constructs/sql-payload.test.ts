import { randomBytes } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import { maxApplyDdlBytes } from '../../../lambda/apply-ddl/contract';
import { SqlModel } from '../../../lib/constructs/data/sql-model';

let views: readonly { name: string; text: string }[] = [];
jest.mock('../../../athena-ddl/sql-files', () => ({ tableFiles: () => [], viewFiles: () => views }));

const model = (text: string) => {
  views = [{ name: 'large', text }];
  const scope = { bucketName: 'reports', kmsKeyArn: undefined, lakeFormation: false };
  const roles = { rolePathPrefix: '/', permissionsBoundary: undefined };
  return new SqlModel(new Stack(), 'Model', { ...scope, retentionDays: 400, roles });
};

test('SQL that an update could not carry ends the synthesis with its size and the limit', () => {
  // Half of random bytes in hexadecimal is what packing leaves of them; base64 makes a third more.
  const text = randomBytes(maxApplyDdlBytes).toString('hex');
  expect(() => model(text)).toThrow(
    /^the tables and views have 1[67]\d{4} bytes packed, allowed are 122880: an update carries the former ones/,
  );
  expect(() => model(text.slice(text.length / 2))).not.toThrow();
});
