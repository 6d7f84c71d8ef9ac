import { foreignSentence, type Document } from '../shared/messages/document';

/** What CloudWatch hands to the function that an alarm names, as far as it is reported. */
export interface AlarmEvent {
  readonly alarmArn?: string;
  readonly alarmData?: {
    readonly alarmName?: string;
    readonly state?: { readonly value?: string; readonly reason?: string };
    readonly configuration?: { readonly description?: string };
  };
}

/** An alarm's new state as a message; its description says what to do. */
export function composeAlarm({ alarmArn, alarmData }: AlarmEvent): Document {
  const { alarmName = 'unknown', state, configuration } = alarmData ?? {};
  const over = state?.value === 'OK';
  return {
    title: over ? 'Credential report: an alarm is over' : 'Credential report: an alarm',
    lead: [foreignSentence(configuration?.description ?? 'The alarm has no description.')],
    sections: [
      {
        heading: `State ${state?.value ?? 'unknown'}`,
        lines: [
          [foreignSentence(state?.reason ?? 'CloudWatch gave no reason')],
          ['Alarm: ', foreignSentence(alarmArn ?? alarmName)],
        ],
        seeAll: '',
      },
    ],
    footer: 'Alarms come from CloudWatch in the data account.',
  };
}
