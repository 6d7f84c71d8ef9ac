import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Call } from './call';
import { plantedError, type Fault } from './fault';
import type { KeyProblem } from './key-ring';
import { ConnectionCut, NoAnswer, notImplemented, ServiceError } from './service-error';
import type { Scope, WireAnswer, WireRequest } from './wire';
import { header } from './wire';
import type { World } from './world';

/** How a service's calls look on the wire. */
export interface Protocol<Input, Output> {
  /** Throws a `NotImplemented` service error for what it does not know. */
  decode(request: WireRequest): { readonly action: string; readonly input: Input };
  answer(action: string, output: Output, requestId: string): WireAnswer;
  fail(error: ServiceError, requestId: string): WireAnswer;
}

export type Action<Input, Output> = (call: Call<Input>) => Promise<Output> | Output;

/** Failures that every service knows, each by its own code. */
export interface Vocabulary {
  readonly unknownKey: () => ServiceError;
  readonly expiredKey: () => ServiceError;
  readonly accessDenied: (message: string) => ServiceError;
  readonly throttling: () => ServiceError;
  readonly serverError: () => ServiceError;
}

/** Answers what a planted fault makes of a call; undefined when the service has no such fault of its own. */
export type OwnFault<Output> = (
  fault: Fault,
  action: string,
) => ServiceError | { answer: Output } | undefined;

export interface ServiceDefinition<Input, Output> {
  /** As in the credential scope and in front of actions in policies. */
  readonly name: string;
  readonly protocol: Protocol<Input, Output>;
  readonly vocabulary: Vocabulary;
  readonly actions: Readonly<Record<string, Action<Input, Output>>>;
  readonly ownFault?: OwnFault<Output>;
}

/** A service, ready to answer. */
export interface Service {
  readonly name: string;
  /** As in policies: `iam:GenerateCredentialReport`. */
  readonly actions: readonly string[];
  /** Throws when a planted fault can never hit: an unknown action, or a kind that the action does not know. */
  checkFault(fault: Fault): void;
  handle(request: WireRequest, scope: Scope, world: World): Promise<WireAnswer>;
}

/** Makes a service of a table of actions. Order on each call: keys, planted faults, then the action itself. */
export function defineService<Input, Output>(definition: ServiceDefinition<Input, Output>): Service {
  const { name, protocol, vocabulary, actions } = definition;
  const problems: Record<KeyProblem, () => ServiceError> = {
    'unknown-key': vocabulary.unknownKey,
    'expired-key': vocabulary.expiredKey,
  };

  async function perform(request: WireRequest, scope: Scope, world: World, requestId: string) {
    const now = world.now();
    const session = world.keys.identify(
      scope.accessKeyId,
      header(request.headers, 'x-amz-security-token'),
      now,
    );
    if (typeof session === 'string') throw problems[session]();
    const { accountId } = session.principal;
    const state = world.directory.account(accountId, now)?.state;
    if (state === 'CLOSED' || state === 'SUSPENDED')
      throw notImplemented(`calls of ${accountId}, which is ${state}`);
    const { action, input } = protocol.decode(request);
    const handler = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (handler === undefined) throw notImplemented(`${name}:${action}`);
    const fault = world.faults.take(`${name}:${action}`, accountId, now);
    const planted = fault && (await plant(fault, action));
    if (planted !== undefined) return protocol.answer(action, planted.answer, requestId);
    const output = await handler(
      new Call(input, session, scope.region, world, request, vocabulary.accessDenied),
    );
    if (fault?.kind === 'lost-answer') throw new ConnectionCut();
    return protocol.answer(action, output, requestId);
  }

  async function plant(fault: Fault, action: string): Promise<{ answer: Output } | undefined> {
    switch (fault.kind) {
      case 'throttling':
        throw vocabulary.throttling();
      case 'server-error':
        throw vocabulary.serverError();
      case 'access-denied':
        throw vocabulary.accessDenied(`not authorized to perform: ${name}:${action}`);
      case 'cut-connection':
        throw new ConnectionCut();
      case 'no-answer':
        throw new NoAnswer();
      case 'error':
        throw plantedError(fault);
      case 'slow':
        await delay(fault.milliseconds ?? 100);
        return undefined;
      case 'lost-answer':
        return undefined;
      case 'limit-exceeded':
      case 'in-progress':
      case 'conflict': {
        const own = ownFault(fault, action);
        if (own instanceof ServiceError) throw own;
        return own;
      }
    }
  }

  function ownFault(fault: Fault, action: string): ServiceError | { answer: Output } {
    const own = definition.ownFault?.(fault, action);
    if (own === undefined) throw new Error(`${name}:${action} has no fault of the kind ${fault.kind}`);
    return own;
  }

  return {
    name,
    actions: Object.keys(actions).map((action) => `${name}:${action}`),
    checkFault(fault) {
      const action = fault.action.slice(name.length + 1);
      if (!Object.hasOwn(actions, action))
        throw new Error(`a fault is planted in ${fault.action}, which is not emulated`);
      if (['limit-exceeded', 'in-progress', 'conflict'].includes(fault.kind)) ownFault(fault, action);
      if (fault.kind === 'error') plantedError(fault);
    },
    async handle(request, scope, world) {
      const requestId = randomUUID();
      try {
        return await perform(request, scope, world, requestId);
      } catch (error) {
        if (error instanceof ServiceError) return protocol.fail(error, requestId);
        throw error;
      }
    },
  };
}
