import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, ParameterNotFound } from '@aws-sdk/client-ssm';
import type { CallerIdentity } from '../caller-identity';
import type { PreflightClients } from './clients';
import { tryCheck, type Finding } from './finding';

const check = 'CDK bootstrap';

/** Of the default bootstrap; the qualifier is CDK's own. */
const versionParameter = '/cdk-bootstrap/hnb659fds/version';
const toolkitStack = 'CDKToolkit';

/** `requiresBootstrapStackVersion` of the synthesized stacks. */
const neededVersion = 6;

/** Has CDK its bucket and roles in the account and region that deploys. */
export function checkBootstrap(
  { ssm, cloudFormation }: Pick<PreflightClients, 'ssm' | 'cloudFormation'>,
  { accountId }: CallerIdentity,
  region: string,
): Promise<Finding> {
  const mend = `npx cdk bootstrap aws://${accountId}/${region}`;
  return tryCheck(check, async () => {
    try {
      const { Parameter } = await ssm.send(new GetParameterCommand({ Name: versionParameter }));
      const version = Number(Parameter?.Value);
      if (version >= neededVersion) return { check, state: 'ready', detail: `version ${version}` };
      const detail = `version ${Parameter?.Value}, needed is ${neededVersion} or newer`;
      return { check, state: 'missing', detail, mend };
    } catch (error) {
      if (!(error instanceof ParameterNotFound)) throw error;
      const status = await stackStatus(cloudFormation);
      const detail = status === undefined ? 'not bootstrapped' : `the stack ${toolkitStack} is ${status}`;
      return { check, state: 'missing', detail, mend };
    }
  });
}

async function stackStatus(client: CloudFormationClient): Promise<string | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: toolkitStack }));
    return Stacks?.[0]?.StackStatus;
  } catch (error) {
    if (/does not exist/.test((error as Error).message)) return undefined;
    throw error;
  }
}
