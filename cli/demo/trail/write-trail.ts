import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256Of } from '../../../lambda/report/sha256';
import { organizationId } from '../organization/identity';
import { deployments } from './deploy-key';
import { leakedKeyUses } from './leaked-key';
import { monitoring } from './monitoring';
import { signIns } from './sign-ins';
import type { TrailEvent } from './trail-event';

/** Where the demo's trail lies in its folder. */
export const trailFolder = 'trail';

/** Between a call and its delivery, in milliseconds: five minutes as CloudTrail says on average. */
const deliveryMs = 300_000;

/** Writes the trail of a few of the demo's users, in the layout and the form in which CloudTrail delivers an organization's. */
export function writeTrail(folder: string): void {
  const files = new Map<string, object[]>();
  const events = [...deployments, ...leakedKeyUses, ...signIns, ...monitoring];
  for (const event of events.sort((a, b) => (a.time < b.time ? -1 : 1))) {
    const key = keyOf(event);
    files.set(key, [...(files.get(key) ?? []), recordOf(event)]);
  }
  for (const [key, records] of files) {
    const file = join(folder, trailFolder, key);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, gzipSync(JSON.stringify({ Records: records }), { level: 1 }));
  }
}

function keyOf({ accountId, region, time }: TrailEvent): string {
  const delivered = new Date(Date.parse(time) + deliveryMs).toISOString();
  const day = delivered.slice(0, 10);
  const hour = `${day.replaceAll('-', '')}T${delivered.slice(11, 13)}00Z`;
  const unique = sha256Of(`${accountId} ${region} ${hour}`).slice(0, 16);
  return `AWSLogs/${organizationId}/${accountId}/CloudTrail/${region}/${day.replaceAll('-', '/')}/${accountId}_CloudTrail_${region}_${hour}_${unique}.json.gz`;
}

function recordOf({ accountId, region, time, identity, service, name, address, agent, fields }: TrailEvent) {
  const hex = sha256Of(JSON.stringify([accountId, region, time, service, name, identity]));
  return {
    eventVersion: '1.11',
    userIdentity: identity,
    eventTime: time,
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: address,
    userAgent: agent,
    requestParameters: null,
    responseElements: null,
    eventID: hex.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
    ...fields,
  };
}
