import { InvalidArgumentError } from 'commander';

/** An account's id as an option takes it. */
export function accountId(value: string): string {
  if (!/^[0-9]{12}$/.test(value)) throw new InvalidArgumentError('It must be an account id of 12 digits.');
  return value;
}
