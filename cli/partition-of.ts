/** The partition of an ARN, such as `aws` or `aws-us-gov`. */
export function partitionOf(arn: string): string {
  return arn.split(':')[1] ?? 'aws';
}
