import type { HubFinding } from './hub-finding';

/** The most characters of attributes that every finding has, as the API's reference says. */
const limits: Readonly<Record<string, number>> = {
  SchemaVersion: 32,
  Id: 512,
  ProductArn: 2048,
  GeneratorId: 512,
  AwsAccountId: 12,
  CreatedAt: 64,
  UpdatedAt: 64,
  Title: 256,
  Description: 1024,
};

/** Why Security Hub refuses a finding of an account's own tools; undefined for one that it takes. */
export function flawOf(finding: HubFinding, accountId: string, region: string): string | undefined {
  for (const [name, most] of Object.entries(limits)) {
    const value = finding[name];
    if (typeof value !== 'string' || value.trim() === '') return `Finding.${name} must not be empty`;
    if (value.length > most) return `Finding.${name} must have at most ${most} characters`;
  }
  if (finding['SchemaVersion'] !== '2018-10-08') return 'Finding.SchemaVersion must be 2018-10-08';
  // The rule for default products: an account imports its own.
  if (finding['AwsAccountId'] !== accountId) return 'Finding.AwsAccountId must be the calling account';
  const product = new RegExp(`^arn:[a-z-]+:securityhub:${region}:${accountId}:product/${accountId}/default$`);
  if (!product.test(String(finding['ProductArn']))) return 'Finding.ProductArn must be the default product';
  const resources = finding['Resources'];
  if (!Array.isArray(resources) || resources.length < 1 || resources.length > 32)
    return 'Finding.Resources must have from 1 to 32 members';
  for (const name of ['CreatedAt', 'UpdatedAt'])
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(finding[name])))
      return `Finding.${name} must be a time`;
  return undefined;
}
