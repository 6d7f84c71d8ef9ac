/** The columns of exceptions.csv, in the order in which the table `exception` reads them. */
export const exceptionColumns = [
  'account_id',
  'user_name',
  'control',
  'reason',
  'approved_by',
  'expires_on',
] as const;
