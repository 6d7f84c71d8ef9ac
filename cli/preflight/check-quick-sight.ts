import { DescribeAccountSubscriptionCommand, type QuickSightClient } from '@aws-sdk/client-quicksight';
import { ask, isAnswer } from './call-failed';
import { incomplete, tryCheck, type CheckResult } from './check-result';

const check = 'QuickSight subscription';
const action = 'quicksight:DescribeAccountSubscription';

/** Has the account a subscription, which no deployment can make. @param client in the data account's region */
export function checkQuickSight(
  client: Pick<QuickSightClient, 'send'>,
  accountId: string,
): Promise<CheckResult> {
  const remediation =
    'subscribe to QuickSight in its console, Enterprise edition, or take quickSight out of config.ts';
  return tryCheck(check, async () => {
    try {
      const command = new DescribeAccountSubscriptionCommand({ AwsAccountId: accountId });
      const { AccountInfo } = await ask(action, () => client.send(command));
      const status = AccountInfo?.AccountSubscriptionStatus;
      if (status === undefined) return incomplete(check, action, 'a status');
      const isThere = status === 'ACCOUNT_CREATED';
      return isThere
        ? { check, state: 'ready', detail: `${AccountInfo?.Edition ?? 'of an unknown edition'}` }
        : { check, state: 'missing', detail: `the subscription is ${status}`, remediation };
    } catch (error) {
      if (!isAnswer(error, 'ResourceNotFoundException')) throw error;
      return { check, state: 'missing', detail: `account ${accountId} has none`, remediation };
    }
  });
}
