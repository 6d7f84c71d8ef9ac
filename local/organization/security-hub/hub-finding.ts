import type { JsonInput } from '../protocols/json';

/** A finding as it is imported, by its attributes. */
export type HubFinding = JsonInput;
