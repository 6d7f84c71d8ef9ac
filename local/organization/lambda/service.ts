import { jsonVocabulary } from '../json-vocabulary';
import type { JsonInput, JsonOutput } from '../protocols/json';
import { parseJson } from '../protocols/json';
import { restJsonProtocol } from '../protocols/rest-json';
import { defineService, type Protocol, type Service } from '../service';
import { notImplemented, ServiceError } from '../service-error';

/** A function in an account. */
export interface LambdaFunctionData {
  readonly accountId: string;
  readonly name: string;
}

export interface LambdaProps {
  readonly functions: readonly LambdaFunctionData[];
  /** Called for each event that a function is given. */
  readonly invoked: (called: LambdaFunctionData, event: unknown) => void;
}

/** Lambda takes events for functions, and runs none. */
export function lambdaService({ functions, invoked }: LambdaProps): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'lambda',
    protocol: eventProtocol,
    vocabulary: jsonVocabulary('TooManyRequestsException', 'ServiceException'),
    actions: {
      async Invoke(call) {
        const name = String(call.input['FunctionName']);
        const { accountId } = call.caller;
        const resource = `arn:${call.world.directory.partition}:lambda:${call.region}:${accountId}:function:${name}`;
        await call.authorize({ action: 'lambda:InvokeFunction', resource });
        const found = functions.find((one) => one.name === name && one.accountId === accountId);
        if (found === undefined)
          throw new ServiceError('ResourceNotFoundException', 404, `Function not found: ${resource}`);
        invoked(found, call.input['Payload']);
        return {};
      },
    },
  });
}

const rest = restJsonProtocol();

/** `Invoke` of the type Event alone: accepted, without an answer of the function. */
const eventProtocol: Protocol<JsonInput, JsonOutput> = {
  ...rest,
  decode({ method, path, headers, body }) {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path)?.[1];
    if (method !== 'POST' || name === undefined || headers['x-amz-invocation-type'] !== 'Event')
      throw notImplemented(`calls of Lambda other than Invoke of the type Event: ${method} ${path}`);
    return {
      action: 'Invoke',
      input: { FunctionName: decodeURIComponent(name), Payload: parseJson(body) },
    };
  },
  answer: (action, output, requestId) => ({
    ...rest.answer(action, output, requestId),
    status: 202,
    body: '',
  }),
};
