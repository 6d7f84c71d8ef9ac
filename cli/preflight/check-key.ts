import { DescribeKeyCommand, GetKeyPolicyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { ask, isAnswer } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

const check = 'key of the bucket';

/** As a key's policy may hold it; single values may stand without a list. */
interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: unknown;
}

/** May the key be used, and does its policy let the collectors of the organization encrypt with it. */
export function checkKey(
  client: Pick<KMSClient, 'send'>,
  keyArn: string,
  organizationId: string | undefined,
): Promise<CheckResult> {
  return tryCheck(check, async () => {
    let state: string | undefined;
    try {
      const described = await ask('kms:DescribeKey', () =>
        client.send(new DescribeKeyCommand({ KeyId: keyArn })),
      );
      state = described.KeyMetadata?.KeyState;
    } catch (error) {
      if (!isAnswer(error, 'NotFoundException')) throw error;
      return {
        check,
        state: 'missing',
        detail: `there is no key ${keyArn}`,
        remediation: 'correct kmsKeyArn in config.ts',
      };
    }
    if (state === undefined) return incomplete(check, 'kms:DescribeKey', 'a state');
    if (state !== 'Enabled') {
      const remediation = 'enable the key, or cancel its deletion: what it encrypts cannot be read';
      return { check, state: 'missing', detail: `the key is ${state}`, remediation };
    }
    const command = new GetKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default' });
    const { Policy } = await ask('kms:GetKeyPolicy', () => client.send(command));
    if (Policy === undefined) return incomplete(check, 'kms:GetKeyPolicy', 'a policy');
    const { Statement: statements = [] } = JSON.parse(Policy) as {
      Statement?: Statement | readonly Statement[];
    };
    if ([statements].flat().some((one) => letsMembersEncrypt(one, organizationId)))
      return { check, state: 'ready', detail: 'enabled, and members may encrypt with it' };
    return {
      check,
      state: 'missing',
      detail: 'no statement of its policy lets the collectors of the organization call kms:GenerateDataKey',
      remediation: 'add the statement that docs/permissions.md shows to the policy of the key',
    };
  });
}

function letsMembersEncrypt(statement: Statement, organizationId: string | undefined): boolean {
  const { Effect, Action = [], Principal, Condition } = statement;
  const aws = typeof Principal === 'string' ? Principal : Principal?.['AWS'];
  const actions = [Action].flat();
  return (
    Effect === 'Allow' &&
    [aws ?? []].flat().includes('*') &&
    ['kms:GenerateDataKey', 'kms:GenerateDataKey*', 'kms:*'].some((action) => actions.includes(action)) &&
    (organizationId === undefined || JSON.stringify(Condition ?? '').includes(organizationId))
  );
}
