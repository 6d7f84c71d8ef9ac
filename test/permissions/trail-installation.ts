import { stackTemplates } from '../lib/synthesize';
import { deploy } from './estate';
import type { Installation } from './installation';
import * as org from './organization';

const accountId = org.archive;
const region = 'eu-west-1';
const bucket = 'anycompany-trail';
const kmsKeyArn = `arn:aws:kms:${region}:${accountId}:key/11111111-2222-3333-4444-555555555555`;
const [template] = Object.entries(
  stackTemplates({
    trail: {
      account: accountId,
      region,
      bucket,
      prefix: 'logs',
      organizationId: org.organizationId,
      regions: [region],
      keyArn: kmsKeyArn,
    },
  }),
).flatMap(([name, one]) => (name === 'CredentialReportTrail' ? [one] : []));

/** The stack `CredentialReportTrail` in the account that owns the trail. */
export const trailInstallation: Installation = {
  estate: deploy(template ?? { Resources: {} }, {
    stackName: 'Trail',
    partition: 'aws',
    accountId,
    region,
    customAttributes: {},
  }),
  region,
  dataAccountId: accountId,
  deployingAccountId: accountId,
  bucketName: bucket,
  kmsKeyArn,
  lakeFormation: false,
};
