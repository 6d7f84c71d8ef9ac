import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GenerateCredentialReportCommand, GetCredentialReportCommand } from '@aws-sdk/client-iam';
import { DescribeAccountCommand } from '@aws-sdk/client-organizations';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  bucket,
  clientsWith,
  collectorRole,
  management,
  member,
  nameRole,
  start,
} from './small-organization';

test('a member collects its report, learns its name and stores it', async () => {
  const { organization, folder, clock, clients } = await start();
  const mine = clients(member, collectorRole);
  const started = await mine.iam.send(new GenerateCredentialReportCommand({}));
  expect(started.State).toBe('STARTED');
  clock.advance(2);
  const { State } = await mine.iam.send(new GenerateCredentialReportCommand({}));
  expect(State).toBe('COMPLETE');
  const report = await mine.iam.send(new GetCredentialReportCommand({}));
  expect(report.ReportFormat).toBe('text/csv');
  expect(report.GeneratedTime).toEqual(new Date('2026-11-22T06:00:02Z'));
  const content = Buffer.from(report.Content ?? []);
  expect(content.toString('utf8').split('\n').slice(1)).toEqual([
    '<root_account>,arn:aws:iam::100000000007:root,2021-05-01T10:00:00Z,false,N/A,N/A,not_supported,false,' +
      'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
    'alice,arn:aws:iam::100000000007:user/alice,2022-01-01T00:00:00Z,false,N/A,N/A,N/A,false,' +
      'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
  ]);

  const { Credentials } = await mine.sts.send(
    new AssumeRoleCommand({
      RoleArn: nameRole,
      RoleSessionName: 'name',
      Tags: [{ Key: 'account', Value: member }],
    }),
  );
  const reader = clientsWith(organization, {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  });
  expect(await reader.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: management,
    Arn: 'arn:aws:sts::100000000001:assumed-role/reader/name',
  });
  const { Account } = await reader.organizations.send(new DescribeAccountCommand({ AccountId: member }));
  expect(Account?.Name).toBe('R&D / "Prod" 100%');

  const Key = 'credential-reports/2026/11/22/100000000007-Sandbox=201.csv';
  await mine.s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key,
      Body: content,
      IfNoneMatch: '*',
      ExpectedBucketOwner: management,
      ContentType: 'text/csv',
    }),
  );
  expect(readFileSync(path.join(folder, Key))).toEqual(content);
  const stored = await clients(management).s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
  expect(await stored.Body?.transformToString()).toBe(content.toString('utf8'));
  expect(stored.ContentType).toBe('text/csv');
  expect(organization.requests.map(({ action }) => action)).toEqual([
    'iam:GenerateCredentialReport',
    'iam:GenerateCredentialReport',
    'iam:GetCredentialReport',
    'sts:AssumeRole',
    'sts:TagSession',
    'organizations:DescribeAccount',
    's3:PutObject',
    's3:GetObject',
  ]);
});
