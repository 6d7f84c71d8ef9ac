import { onlyParameters, queryProtocol, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { queryVocabulary } from '../query-vocabulary';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';
import { userId } from '../principal';
import { assumeRole } from './assume-role';

/** STS: who am I, and who may I become. */
export function stsService(): Service {
  return defineService<QueryInput, XmlObject | undefined>({
    name: 'sts',
    protocol: queryProtocol('2011-06-15', 'https://sts.amazonaws.com/doc/2011-06-15/'),
    vocabulary: queryVocabulary(() => new ServiceError('InternalFailure', 500, 'Internal service failure')),
    actions: {
      AssumeRole: assumeRole,
      /** Needs no permission, so nobody is asked. */
      GetCallerIdentity(call) {
        onlyParameters(call.input, 'sts:GetCallerIdentity', []);
        const { accountId, arn } = call.caller;
        return { UserId: userId(call.session), Account: accountId, Arn: arn };
      },
    },
  });
}
