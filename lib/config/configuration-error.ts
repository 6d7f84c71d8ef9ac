/** What an operator wrote cannot be deployed: reported as its message alone, without a stack trace. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  /** @param problems sentences about one file */
  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be deployed:\n- ${problems.join('\n- ')}`);
  }
}
