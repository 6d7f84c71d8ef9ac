/**
 * Whether a file or folder of this name is none of the data: Athena passes over names that start with `_` or `.`
 * (`_SUCCESS`, `.DS_Store`), and Hadoop's tools leave markers that end in `_$folder$` beside folders.
 */
export function isPassedOver(name: string): boolean {
  return /^[_.]|_\$folder\$$/.test(name);
}
