import { management } from '../permissions/organization';
import { inOneAccount, inSeveralAccounts } from '../permissions/installation';
import { EmulatedCloudFormation, type DeployOptions, type StackToDeploy } from './emulated-cloud-formation';
import { stacksOf } from './installations';

/** Whatever fails while deploying, the same command again is the repair; what was removed can be installed again. */

const region = 'eu-central-1';
const installations = {
  'in one account': stacksOf(inOneAccount, { account: management, region }),
  'in several accounts': stacksOf(inSeveralAccounts),
};

/** As `cdk deploy --all`: the first stack that fails ends it. @returns the stacks that are not complete */
function deployAll(
  aws: EmulatedCloudFormation,
  stacks: readonly StackToDeploy[],
  options: DeployOptions = {},
): string[] {
  for (const [index, stack] of stacks.entries()) {
    if (aws.deploy(stack, options) !== 'CREATE_COMPLETE')
      return stacks.slice(index).map(({ place }) => place.stackName);
  }
  return [];
}

/** As `cdk destroy --all`, in the other direction. */
function destroyAll(aws: EmulatedCloudFormation, stacks: readonly StackToDeploy[]): void {
  for (const { place } of [...stacks].reverse()) aws.destroy(place.stackName);
}

describe.each(Object.entries(installations))('%s', (_, stacks) => {
  test.each(stacks.map((stack, index) => [stack.place.stackName, stack, index] as const))(
    '%s fails after any of its resources, and the next deployment is whole',
    (name, stack, index) => {
      const count = Object.keys(stack.template.Resources).length;
      const broken: string[] = [];
      for (let failAfter = 0; failAfter <= count; failAfter++) {
        const aws = new EmulatedCloudFormation();
        expect(deployAll(aws, stacks.slice(0, index))).toEqual([]);
        expect(aws.deploy(stack, { failAfter })).not.toBe('CREATE_COMPLETE');
        const failed = deployAll(aws, stacks);
        if (failed.length > 0) broken.push(`after ${failAfter} of ${count}: ${aws.reasons.join('; ')}`);
      }
      expect({ name, broken }).toEqual({ name, broken: [] });
    },
  );

  test('removed, the bucket stays with its policy and nothing else does', () => {
    const aws = new EmulatedCloudFormation();
    deployAll(aws, stacks);
    destroyAll(aws, stacks);
    expect(aws.everything().map(({ key, owner }) => [key.split(' ')[0], owner])).toEqual([
      ['AWS::S3::Bucket', undefined],
      ['AWS::S3::BucketPolicy', undefined],
    ]);
  });

  test('installed again, both are taken back; without the option nothing is lost', () => {
    const aws = new EmulatedCloudFormation();
    deployAll(aws, stacks);
    destroyAll(aws, stacks);
    const kept = aws.everything().map(({ key }) => key);
    expect(deployAll(aws, stacks)).toContain('CredentialReportStorage');
    expect(aws.reasons).toEqual([`${kept[0]} already exists`]);
    expect(aws.everything().map(({ key }) => key)).toEqual(expect.arrayContaining(kept));
    expect(deployAll(aws, stacks, { importExisting: true })).toEqual([]);
    expect(aws.everything().filter(({ key }) => kept.includes(key))).toEqual(
      kept.map((key) => ({ key, owner: 'CredentialReportStorage' })),
    );
  });

  test('a reinstallation that fails keeps what it took back, and the next one is whole', () => {
    const storage = stacks.find(({ place }) => place.stackName === 'CredentialReportStorage');
    if (storage === undefined) throw new Error('there is no CredentialReportStorage');
    const count = Object.keys(storage.template.Resources).length;
    for (let failAfter = 0; failAfter <= count; failAfter++) {
      const aws = new EmulatedCloudFormation();
      deployAll(aws, stacks);
      destroyAll(aws, stacks);
      const kept = aws.everything().map(({ key }) => key);
      aws.deploy(storage, { failAfter, importExisting: true });
      expect(aws.everything().map(({ key }) => key)).toEqual(expect.arrayContaining(kept));
      expect(deployAll(aws, stacks, { importExisting: true })).toEqual([]);
    }
  });
});

test('the look-up of the organization comes before the bucket, whose name would be taken for a while', () => {
  const [storage] = installations['in one account'];
  const { Resources = {} } = storage?.template ?? {};
  const [lookup] = Object.entries(Resources).find(([, { Type }]) => Type.startsWith('Custom::')) ?? [];
  const bucket = Object.values(Resources).find(({ Type }) => Type === 'AWS::S3::Bucket');
  expect(bucket?.DependsOn).toContain(lookup);
});
