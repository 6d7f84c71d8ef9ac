import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  CreateStackCommand,
  paginateDescribeStacks,
  paginateListStackResources,
  waitUntilStackCreateComplete,
  type Parameter,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  paginateListRoles,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { Emulator } from './emulator';

/** A stack as it stands. */
export interface StackState {
  readonly name: string;
  readonly status: string;
  readonly resources: readonly StackResourceSummary[];
}

/** What a test looks at in an account of the emulator, as its root user. */
export class Account {
  private readonly cloudFormation: CloudFormationClient;
  private readonly lambda: LambdaClient;
  private readonly s3: S3Client;
  private readonly iam: IAMClient;

  private readonly settings;

  constructor(emulator: Emulator, accountId: string, region = emulator.region) {
    const settings = {
      endpoint: emulator.url,
      region,
      credentials: { accessKeyId: accountId, secretAccessKey: 'test' },
      requestHandler: { httpsAgent: { ca: readFileSync(emulator.certificate) } },
    };
    this.settings = settings;
    this.cloudFormation = new CloudFormationClient(settings);
    this.lambda = new LambdaClient(settings);
    this.s3 = new S3Client(settings);
    this.iam = new IAMClient(settings);
  }

  /** Every stack but that of the bootstrap. */
  async stacks(): Promise<StackState[]> {
    const stacks: StackState[] = [];
    for await (const { Stacks = [] } of paginateDescribeStacks({ client: this.cloudFormation }, {})) {
      for (const { StackName: name = '', StackStatus: status = '' } of Stacks) {
        if (name !== 'CDKToolkit') stacks.push({ name, status, resources: await this.resources(name) });
      }
    }
    return stacks;
  }

  private async resources(stack: string): Promise<StackResourceSummary[]> {
    const resources: StackResourceSummary[] = [];
    const pages = paginateListStackResources({ client: this.cloudFormation }, { StackName: stack });
    for await (const { StackResourceSummaries = [] } of pages) resources.push(...StackResourceSummaries);
    return resources;
  }

  /** Makes a stack, as a StackSet does in a member account, and waits for it. */
  async createStack(name: string, template: string, parameters: Parameter[]): Promise<void> {
    await this.cloudFormation.send(
      new CreateStackCommand({
        StackName: name,
        TemplateBody: template,
        Parameters: parameters,
        Capabilities: ['CAPABILITY_IAM'],
      }),
    );
    const wait = { client: this.cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 2 };
    await waitUntilStackCreateComplete(wait, { StackName: name });
  }

  /**
   * Invokes the function whose role is of a kind, and waits for its end.
   * @returns what it threw, undefined when it succeeded
   */
  async invoke(kind: string): Promise<string | undefined> {
    const resources = (await this.stacks()).flatMap((stack) => stack.resources);
    for (const { ResourceType: type, PhysicalResourceId: id } of resources) {
      if (type !== 'AWS::Lambda::Function') continue;
      const { Role = '' } = await this.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: id }));
      if (!Role.includes(`/${kind}/`)) continue;
      const { FunctionError, Payload } = await this.lambda.send(
        new InvokeCommand({ FunctionName: id, Payload: '{}' }),
      );
      return FunctionError === undefined ? undefined : Buffer.from(Payload ?? []).toString();
    }
    throw new Error(`there is no function with a role below /${kind}/`);
  }

  /** S3 as a user who may do everything: the emulator lets a root user pass by every policy. */
  async administratorsS3(): Promise<S3Client> {
    const UserName = 'administrator';
    await this.iam.send(new CreateUserCommand({ UserName }));
    const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [everything] });
    await this.iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'everything', PolicyDocument }));
    const { AccessKey } = await this.iam.send(new CreateAccessKeyCommand({ UserName }));
    const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
    return new S3Client({ ...this.settings, credentials: { accessKeyId, secretAccessKey } });
  }

  /** Keys of a bucket's objects. */
  async keys(bucket: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.s3 }, { Bucket: bucket })) {
      keys.push(...Contents.map(({ Key = '' }) => Key));
    }
    return keys;
  }

  async text(bucket: string, key: string): Promise<string> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  }

  /** ARNs of the roles whose path holds some words. */
  async roles(path: string): Promise<string[]> {
    const arns: string[] = [];
    for await (const { Roles = [] } of paginateListRoles({ client: this.iam }, {})) {
      arns.push(...Roles.filter(({ Path = '' }) => Path.includes(path)).map(({ Arn = '' }) => Arn));
    }
    return arns;
  }
}
