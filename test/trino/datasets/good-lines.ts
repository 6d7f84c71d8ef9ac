/** A run record's line of an account and a day, `yyyy/MM/dd`, with nothing wrong. */
export function runLine(id: string, name: string, day: string): string {
  const date = day.replaceAll('/', '-');
  return JSON.stringify({
    account_id: id,
    account_name: name,
    status: 'collected',
    scheduled_at: `${date}T03:00:00.000Z`,
    started_at: `${date}T03:10:00.000Z`,
    finished_at: `${date}T03:10:05.000Z`,
    report_generated_at: `${date}T03:09:58Z`,
    collector_version: '0.1.0',
    warnings: [],
    error: null,
  });
}

/** An account's line in the list of accounts. */
export function accountLine(id: string, name: string): string {
  return JSON.stringify({
    account_id: id,
    account_name: name,
    state: 'ACTIVE',
    joined_at: '2024-02-01T00:00:00Z',
    joined_method: 'CREATED',
    ou_path: 'Root/Prod',
    ou_ids: ['r-abcd', 'ou-abcd-prod0001'],
    expected: true,
    not_expected_reason: null,
    root_centrally_managed: null,
    organization_id: 'o-ab12cd34ef',
    owner_tag: 'owner',
    tags: { team: 'web', note: 'é "quoted"' },
  });
}

/** A credential event's line, as EventBridge delivers it. */
export function eventLine(id: string, name: string, day: string): string {
  const date = day.replaceAll('/', '-');
  return JSON.stringify({
    version: '0',
    id: `${name}-${date}`,
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.iam',
    account: id,
    time: `${date}T10:15:00Z`,
    region: 'us-east-1',
    detail: {
      eventName: 'CreateUser',
      userIdentity: { type: 'IAMUser', userName: 'admin', arn: `arn:aws:iam::${id}:user/admin` },
      requestParameters: { userName: 'anna' },
      responseElements: null,
      sourceIPAddress: '192.0.2.1',
      userAgent: 'aws-cli/2',
    },
  });
}
