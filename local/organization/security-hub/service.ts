import { jsonVocabulary } from '../json-vocabulary';
import type { Call } from '../call';
import { onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { restJsonProtocol } from '../protocols/rest-json';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';
import { flawOf } from './finding-flaw';
import { findingsPage } from './findings-page';
import type { HubFinding } from './hub-finding';

export interface SecurityHubProps {
  /** Accounts where it is enabled. */
  readonly enabledIn: readonly string[];
  /** What is there, by account; imports change it. */
  readonly findings: Map<string, Map<string, HubFinding>>;
  /** Ids of findings that it refuses, for whatever reason. @default none */
  readonly refused?: readonly string[];
}

const invalidInput = (message: string) => new ServiceError('InvalidInputException', 400, message);

/** Security Hub: the findings that an account imported itself. */
export function securityHubService({ enabledIn, findings, refused = [] }: SecurityHubProps): Service {
  /** The caller's findings, once it may ask for them. */
  async function own(call: Call<JsonInput>, action: string): Promise<Map<string, HubFinding>> {
    await call.authorize({ action: `securityhub:${action}` });
    const { accountId } = call.caller;
    if (!enabledIn.includes(accountId))
      throw new ServiceError(
        'InvalidAccessException',
        401,
        `Account ${accountId} is not subscribed to AWS Security Hub`,
      );
    const there = findings.get(accountId) ?? new Map<string, HubFinding>();
    findings.set(accountId, there);
    return there;
  }

  return defineService<JsonInput, JsonOutput>({
    name: 'securityhub',
    protocol: restJsonProtocol({ '/findings': 'GetFindings', '/findings/import': 'BatchImportFindings' }),
    vocabulary: jsonVocabulary('LimitExceededException', 'InternalException'),
    actions: {
      async BatchImportFindings(call) {
        onlyMembers(call.input, 'securityhub:BatchImportFindings', ['Findings']);
        const there = await own(call, 'BatchImportFindings');
        const given = call.input['Findings'] as readonly HubFinding[];
        if (given.length < 1 || given.length > 100)
          throw invalidInput(`Findings must have from 1 to 100 members, not ${given.length}`);
        const failed = given.flatMap((finding) => {
          const flaw = refused.includes(String(finding['Id']))
            ? 'Finding is refused'
            : flawOf(finding, call.caller.accountId, call.region);
          if (flaw !== undefined)
            return [{ Id: finding['Id'], ErrorCode: 'InvalidInput', ErrorMessage: flaw }];
          const id = String(finding['Id']);
          there.set(id, { ...there.get(id), ...finding });
          return [];
        });
        return {
          FailedCount: failed.length,
          SuccessCount: given.length - failed.length,
          FailedFindings: failed,
        };
      },
      async GetFindings(call) {
        onlyMembers(call.input, 'securityhub:GetFindings', ['Filters', 'NextToken', 'MaxResults']);
        return findingsPage([...(await own(call, 'GetFindings')).values()], call.input);
      },
    },
  });
}
