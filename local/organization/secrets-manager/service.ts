import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, onlyMembers, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

/** Secrets Manager: GetSecretValue by ARN. `secrets` are texts by ARN. */
export function secretsManagerService(secrets: Readonly<Record<string, string>>): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'secretsmanager',
    protocol: jsonProtocol('secretsmanager', '1.1'),
    vocabulary: jsonVocabulary('ThrottlingException', 'InternalServiceError'),
    actions: {
      async GetSecretValue(call) {
        onlyMembers(call.input, 'secretsmanager:GetSecretValue', ['SecretId']);
        const arn = String(call.input['SecretId']);
        const resourceAccountId = arn.split(':')[4] ?? '';
        await call.authorize({ action: 'secretsmanager:GetSecretValue', resource: arn, resourceAccountId });
        const text = secrets[arn];
        if (text === undefined) {
          const message = "Secrets Manager can't find the specified secret.";
          throw new ServiceError('ResourceNotFoundException', 400, message);
        }
        return { ARN: arn, Name: arn.split(':').at(-1)?.slice(0, -7), SecretString: text };
      },
    },
  });
}
