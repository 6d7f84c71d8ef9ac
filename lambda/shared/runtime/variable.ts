/** A function's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that a function cannot do without. @throws Error naming it when it is missing or empty */
export function variable(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is missing`);
  return value;
}
