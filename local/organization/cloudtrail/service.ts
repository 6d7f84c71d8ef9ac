import { jsonVocabulary } from '../json-vocabulary';
import { jsonProtocol, type JsonInput, type JsonOutput } from '../protocols/json';
import { defineService, type Service } from '../service';
import { describeTrails, getEventSelectors, type TrailData } from './trails';
import { lookUpEvents, type EventRecord } from './look-up-events';

export interface CloudTrailProps {
  /** Events of every account and region, as the files of a trail have them. @default none */
  readonly events?: readonly EventRecord[];
  /** @default none */
  readonly trails?: readonly TrailData[];
}

/** CloudTrail's history of events, which every account has without a trail, and what there is of trails. */
export function cloudTrailService({ events = [], trails = [] }: CloudTrailProps): Service {
  return defineService<JsonInput, JsonOutput>({
    name: 'cloudtrail',
    protocol: jsonProtocol('CloudTrail_20131101', '1.1'),
    vocabulary: jsonVocabulary('ThrottlingException', 'InternalServerError'),
    actions: {
      LookupEvents: (call) => lookUpEvents(call, events),
      DescribeTrails: (call) => describeTrails(call, trails),
      GetEventSelectors: (call) => getEventSelectors(call, trails),
    },
  });
}
