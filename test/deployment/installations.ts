import type { Config } from '../../lib/config/config';
import type { Place } from '../../lib/config/place';
import { synthesizedStacks } from '../lib/synthesize';
import { management, organizationId, rootId } from '../permissions/organization';
import type { StackToDeploy } from './emulated-cloud-formation';

/** The stacks of a configuration in an order in which `cdk deploy --all` may come to them: nothing but dependencies, else by name. */
export function stacksOf(config: Config, profile?: Place): StackToDeploy[] {
  const waiting = [...synthesizedStacks(config, profile)].sort((a, b) => a.name.localeCompare(b.name));
  const order: StackToDeploy[] = [];
  while (waiting.length > 0) {
    const names = waiting.map(({ name }) => name);
    const index = waiting.findIndex(({ after }) => !after.some((name) => names.includes(name)));
    const [next] = waiting.splice(index, 1);
    if (index < 0 || next === undefined) throw new Error(`${names.join(', ')} wait for each other`);
    const { name: stackName, template, account = management, region = 'eu-central-1' } = next;
    const customAttributes = {
      OrganizationId: organizationId,
      ManagementAccountId: management,
      RootId: rootId,
    };
    const place = { stackName, partition: 'aws', accountId: account, region, customAttributes };
    order.push({ template, place });
  }
  return order;
}
