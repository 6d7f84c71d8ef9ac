import { onlyParameters, queryProtocol, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { queryVocabulary } from '../query-vocabulary';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

export interface CloudFormationProps {
  /** Whether StackSets have trusted access to the organization from the beginning. @default false */
  readonly trustedAccess?: boolean;
  /** How long it takes to be on, in milliseconds of the organization's clock. @default 10000 */
  readonly propagation?: number;
}

/** CloudFormation's two calls around the trusted access of StackSets. */
export function cloudFormationService(props: CloudFormationProps = {}): Service {
  let enabledAt = props.trustedAccess === true ? 0 : Infinity;
  return defineService<QueryInput, XmlObject | undefined>({
    name: 'cloudformation',
    protocol: queryProtocol('2010-05-15', 'http://cloudformation.amazonaws.com/doc/2010-05-15/'),
    vocabulary: queryVocabulary(() => new ServiceError('InternalFailure', 500, 'Internal failure')),
    actions: {
      async DescribeOrganizationsAccess(call) {
        onlyParameters(call.input, 'cloudformation:DescribeOrganizationsAccess', ['CallAs']);
        await call.authorize({ action: 'cloudformation:DescribeOrganizationsAccess' });
        return { Status: call.now.getTime() >= enabledAt ? 'ENABLED' : 'DISABLED' };
      },
      async ActivateOrganizationsAccess(call) {
        onlyParameters(call.input, 'cloudformation:ActivateOrganizationsAccess', []);
        await call.authorize({ action: 'cloudformation:ActivateOrganizationsAccess' });
        if (call.caller.accountId !== call.world.directory.organization.managementAccountId) {
          const message = 'Only the management account may activate trusted access';
          throw new ServiceError('InvalidOperationException', 400, message);
        }
        enabledAt = Math.min(enabledAt, call.now.getTime() + (props.propagation ?? 10_000));
        return {};
      },
    },
  });
}
