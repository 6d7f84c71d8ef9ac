import { runCommand } from './run-command';

test.each(['query', 'check', 'digest', 'triage', 'dashboard', 'verify', 'history', 'security-hub'])(
  '%s says how a bucket becomes a folder',
  async (command) => {
    const question = command === 'query' ? ['SELECT 1'] : [];
    const words = [command, ...question, '--data', 's3://anycompany-reports/of 2026/'];
    expect(await runCommand(words)).toEqual({
      code: 1,
      out: '',
      err:
        "error: --data s3://anycompany-reports/of 2026/ is no folder: copy it with aws s3 sync 's3://anycompany-reports/of 2026/' reports --exclude 'athena-results/*', " +
        'and give --data reports; or ask the deployed workgroup with query --athena\n',
    });
  },
);

test('what is no bucket is said to be none', async () => {
  const { err } = await runCommand(['check', '--data', 's3://Any_Company']);
  expect(err).toBe(
    'error: --data s3://Any_Company is no place in S3: it must be s3://bucket or s3://bucket/prefix\n',
  );
});
