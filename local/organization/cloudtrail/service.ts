import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { lookUpEvents, type EventRecord } from './look-up-events';

export interface CloudTrailProps {
  /** Events of every account and region, as the files of a trail have them. @default none */
  readonly events?: readonly EventRecord[];
}

/** CloudTrail's history of events, which every account has without a trail. */
export function cloudTrailService({ events = [] }: CloudTrailProps): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'cloudtrail',
    protocol: jsonProtocol('CloudTrail_20131101', '1.1'),
    vocabulary: jsonVocabulary('ThrottlingException', 'InternalServerError'),
    actions: { LookupEvents: (call) => lookUpEvents(call, events) },
  });
}
