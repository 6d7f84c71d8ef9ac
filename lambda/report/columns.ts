/**
 * The columns of an IAM credential report, in AWS's order. The last one is documented by the IAM User Guide
 * but absent from many reports, so a report has 22 or 23 columns.
 */
export const reportColumns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
  'additional_credentials_info',
] as const;

/** Columns that every report has: all but the last. */
export const requiredColumnCount = reportColumns.length - 1;

/** True when a report's first line names the known 22 or 23 columns in their order. */
export function isKnownHeader(line: string): boolean {
  return line === reportColumns.join(',') || line === reportColumns.slice(0, requiredColumnCount).join(',');
}
