import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

/** Plain parameters by account id and name, the same in every region. */
export type ParameterData = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Systems Manager's parameter store: reading one plain parameter. */
export function parameterService(parameters: ParameterData): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'ssm',
    protocol: jsonProtocol('AmazonSSM', '1.1'),
    vocabulary: jsonVocabulary('ThrottlingException', 'InternalServerError'),
    actions: {
      async GetParameter(call) {
        onlyMembers(call.input, 'ssm:GetParameter', ['Name']);
        const name = String(call.input['Name']);
        const { accountId } = call.caller;
        const arn = `arn:${call.world.directory.partition}:ssm:${call.region}:${accountId}:parameter/${name.replace(/^\//, '')}`;
        await call.authorize({ action: 'ssm:GetParameter', resource: arn });
        const value = parameters[accountId]?.[name];
        if (value === undefined) throw new ServiceError('ParameterNotFound', 400, '');
        return { Parameter: { Name: name, Type: 'String', Value: value, Version: 1, ARN: arn } };
      },
    },
  });
}
