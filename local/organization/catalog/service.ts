import type { Call } from '../call';
import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

/** What a catalog holds by name, the same in every account and region. */
export interface CatalogProps {
  /** @default none */
  readonly workGroups?: readonly string[];
  /** @default none */
  readonly databases?: readonly string[];
}

/** Athena's look at one workgroup, and Glue's at one database. */
export function catalogServices({ workGroups = [], databases = [] }: CatalogProps): Service[] {
  const arn = (call: Call<JsonInput>, resource: string) =>
    `arn:${call.world.directory.partition}:${resource.replace(':', `:${call.region}:${call.caller.accountId}:`)}`;
  const athena = defineService<JsonInput, JsonOutput>({
    name: 'athena',
    protocol: jsonProtocol('AmazonAthena', '1.1'),
    vocabulary: jsonVocabulary('TooManyRequestsException', 'InternalServerException'),
    actions: {
      async GetWorkGroup(call) {
        onlyMembers(call.input, 'athena:GetWorkGroup', ['WorkGroup']);
        const name = String(call.input['WorkGroup']);
        await call.authorize({
          action: 'athena:GetWorkGroup',
          resource: arn(call, `athena:workgroup/${name}`),
        });
        if (!workGroups.includes(name))
          throw new ServiceError('InvalidRequestException', 400, `WorkGroup ${name} is not found.`);
        return { WorkGroup: { Name: name, State: 'ENABLED' } };
      },
    },
  });
  const glue = defineService<JsonInput, JsonOutput>({
    name: 'glue',
    protocol: jsonProtocol('AWSGlue', '1.1'),
    vocabulary: jsonVocabulary('ThrottlingException', 'InternalServiceException'),
    actions: {
      async GetDatabase(call) {
        onlyMembers(call.input, 'glue:GetDatabase', ['Name']);
        const name = String(call.input['Name']);
        for (const resource of ['catalog', `database/${name}`]) {
          await call.authorize({ action: 'glue:GetDatabase', resource: arn(call, `glue:${resource}`) });
        }
        if (!databases.includes(name))
          throw new ServiceError('EntityNotFoundException', 400, `Database ${name} not found.`);
        return { Database: { Name: name } };
      },
    },
  });
  return [athena, glue];
}
