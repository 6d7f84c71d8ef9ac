import type { Call } from '../call';
import { onlyMembers, type JsonInput } from '../protocols/json';
import { ServiceError } from '../service-error';

/** Members of every call that answers in pages. */
export const paging = ['MaxResults', 'NextToken'];

/**
 * A call for the management account and delegated administrators only: permission first, then the service's own
 * rule, which no policy can lift.
 */
export async function permit(call: Call<JsonInput>, name: string, known: readonly string[], resource = '*') {
  onlyMembers(call.input, `organizations:${name}`, known);
  const { directory } = call.world;
  const { managementAccountId } = directory.organization;
  await call.authorize({
    action: `organizations:${name}`,
    resource,
    ...(resource !== '*' && { resourceAccountId: managementAccountId }),
  });
  const caller = directory.account(call.caller.accountId, call.now);
  const delegated = (caller?.data.delegatedFor ?? []).length > 0;
  if (caller === undefined || !(delegated || caller.data.id === managementAccountId))
    throw new ServiceError(
      'AccessDeniedException',
      400,
      "You don't have permissions to access this resource.",
    );
}
