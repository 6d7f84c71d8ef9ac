/** What one option accepts, and how to say it. */
export interface OptionRule {
  readonly accepts: (value: unknown) => boolean;
  readonly allowed: string;
  readonly required?: boolean;
  /** Rules of the options inside. */
  readonly options?: Readonly<Record<string, OptionRule>>;
}

export const text = (pattern: RegExp, allowed: string): OptionRule => ({
  accepts: (value) => typeof value === 'string' && pattern.test(value),
  allowed,
});

/** AWS's limit of a tag's key is 128 characters. */
export const tagKey = text(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u, 'the key of a tag, 1 to 128 characters');

export const listOf = (pattern: RegExp, allowed: string, least = 0, most = 100): OptionRule => ({
  accepts: (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every((item) => typeof item === 'string' && pattern.test(item)),
  allowed: `${allowed}, at most ${most}`,
});

export const wholeNumber = (least: number, most: number, unit: string): OptionRule => ({
  accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  allowed: `a whole number of ${unit} from ${least} to ${most}`,
});

export const oneOf = (...values: readonly unknown[]): OptionRule => ({
  accepts: (value) => values.includes(value),
  allowed: values.map((value) => JSON.stringify(value)).join(' or '),
});

export const group = (options: Readonly<Record<string, OptionRule>>): OptionRule => ({
  accepts: isObject,
  allowed: `{ ${Object.keys(options).join(', ')} }`,
  options,
});

export const required = (rule: OptionRule): OptionRule => ({ ...rule, required: true });

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
