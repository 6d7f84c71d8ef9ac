import { channelsOf } from '../shared/messages/channels';
import { composeAlarm, type AlarmEvent } from './compose-alarm';

/** Notifies people of an alarm's new state; CloudWatch tries again when it fails. */
export async function handler(event: AlarmEvent): Promise<void> {
  const document = composeAlarm(event);
  await Promise.all(channelsOf(process.env).map((channel) => channel.send(document)));
}
