import { setTimeout as sleep } from 'node:timers/promises';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  type IAMClient,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;

/** A key as IAM gives it out. */
export interface GivenKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keys of users: one that leaked, one of an administrator by a group, one that nobody uses, one that works, and a deactivated one. */
export interface TriagedAccount {
  readonly leaked: GivenKey;
  readonly admin: GivenKey;
  readonly unused: GivenKey;
  readonly worker: GivenKey;
}

/** Makes users with keys over the wire, all on one day in UTC. */
export async function makeTriagedAccount(iam: IAMClient): Promise<TriagedAccount> {
  const untilMidnight = 86_400_000 - (Date.now() % 86_400_000);
  if (untilMidnight < 60_000) await sleep(untilMidnight);
  const user = async (UserName: string, owner?: string) => {
    const Tags = owner === undefined ? [] : [{ Key: 'owner', Value: owner }];
    await iam.send(new CreateUserCommand({ UserName, Tags }));
    return keyOf(iam, UserName);
  };
  const account = {
    leaked: await user('leaked'),
    admin: await user('admin', 'anna@example.com'),
    unused: await user('unused', 'ben "the builder"'),
    worker: await user('worker'),
  };
  const quarantine = managed('AWSCompromisedKeyQuarantineV3');
  await iam.send(new AttachUserPolicyCommand({ UserName: 'leaked', PolicyArn: quarantine }));
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  const everything = managed('AdministratorAccess');
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn: everything }));
  await iam.send(new AddUserToGroupCommand({ UserName: 'admin', GroupName: 'admins' }));
  // Keys of one user that were made in the same second cannot be told apart.
  await sleep(1_100);
  const { accessKeyId } = await keyOf(iam, 'worker');
  await iam.send(
    new UpdateAccessKeyCommand({ UserName: 'worker', AccessKeyId: accessKeyId, Status: 'Inactive' }),
  );
  return account;
}

async function keyOf(iam: IAMClient, UserName: string): Promise<GivenKey> {
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}
