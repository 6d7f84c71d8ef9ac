import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { CallerIdentity } from '../caller-identity';
import { ask, isAnswer } from './call-failed';
import type { PreflightClients } from './clients';
import { incomplete, tryCheck, tryDetail, type CheckResult } from './check-result';
import { stackStatus } from './stack-status';

const check = 'CDK bootstrap';
const action = 'ssm:GetParameter';

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
): Promise<CheckResult> {
  const remediation = `npx cdk bootstrap aws://${accountId}/${region}`;
  const look = async (): Promise<CheckResult> => {
    const version = await bootstrapVersion(ssm);
    if (version === 'none') {
      const stack = await tryDetail(`whether the stack ${toolkitStack} is there`, async () => {
        const status = await stackStatus(cloudFormation, toolkitStack);
        return status === undefined ? '' : `: the stack ${toolkitStack} is ${status}`;
      });
      return { check, state: 'missing', detail: `not bootstrapped${stack}`, remediation };
    }
    if (!/^\d+$/.test(version ?? '')) return incomplete(check, action, 'a version');
    if (Number(version) >= neededVersion) return { check, state: 'ready', detail: `version ${version}` };
    return {
      check,
      state: 'missing',
      detail: `version ${version}, needed is ${neededVersion} or newer`,
      remediation,
    };
  };
  return tryCheck(check, look, { byRegion: true });
}

async function bootstrapVersion(ssm: SSMClient): Promise<string | undefined> {
  try {
    const command = new GetParameterCommand({ Name: versionParameter });
    return (await ask(action, () => ssm.send(command))).Parameter?.Value;
  } catch (error) {
    if (isAnswer(error, 'ParameterNotFound')) return 'none';
    throw error;
  }
}
