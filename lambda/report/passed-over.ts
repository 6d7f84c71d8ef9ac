/**
 * Whether a file or folder is none of the data by its name: Athena passes over names that start with `_` or `.`
 * (`_SUCCESS`, `.DS_Store`).
 */
export function isPassedOver(name: string): boolean {
  return /^[_.]/.test(name);
}

/** Whether this is the marker that Hadoop's tools leave beside a folder; it has no byte, so Athena has no row of it. */
export function isFolderMarker(name: string, size: () => number): boolean {
  return name.endsWith('_$folder$') && size() === 0;
}
