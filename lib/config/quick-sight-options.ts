/** A dashboard in QuickSight, and who sees what of it. */
export interface QuickSightOptions {
  /**
   * Users or groups of QuickSight in the data account that see every account; such an ARN carries the region in which
   * QuickSight keeps its identities.
   * @example ['arn:aws:quicksight:us-east-1:100000000007:group/default/security']
   */
  readonly principalArns: readonly string[];
  /**
   * Users or groups that see some accounts alone, each with account ids, ids of organizational units or their paths. A unit
   * stands for the units below it too, and for the accounts that are in it on the day. Who is in several groups sees what
   * each of them does.
   * @default nobody: who sees the dashboard sees every account
   * @example { 'arn:aws:quicksight:us-east-1:100000000007:group/default/payments': ['Root/Prod/Payments', '100000000005'] }
   */
  readonly restricted?: Readonly<Record<string, readonly string[]>>;
}
