import { jsonVocabulary } from '../json-vocabulary';
import { onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { restJsonProtocol } from '../protocols/rest-json';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

/** As Account Management names the states of a region. */
export type RegionState = 'ENABLED' | 'ENABLING' | 'DISABLING' | 'DISABLED' | 'ENABLED_BY_DEFAULT';

/** Account Management: whether a region is enabled in the caller's account. A region that is not named is unknown. */
export function accountService(regions: Readonly<Record<string, RegionState>>): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'account',
    protocol: restJsonProtocol(),
    vocabulary: jsonVocabulary('TooManyRequestsException', 'InternalServerException'),
    actions: {
      async GetRegionOptStatus(call) {
        onlyMembers(call.input, 'account:GetRegionOptStatus', ['RegionName']);
        await call.authorize({ action: 'account:GetRegionOptStatus' });
        const name = String(call.input['RegionName']);
        const state = regions[name];
        if (state === undefined)
          throw new ServiceError('ValidationException', 400, `Invalid RegionName: ${name}`);
        return { RegionName: name, RegionOptStatus: state };
      },
    },
  });
}
