/** Formats in which other tools take findings. */
export const findingFormats = ['asff', 'ocsf', 'sarif'] as const;

export type FindingFormat = (typeof findingFormats)[number];

/** Whether it is none of the formats for rows. */
export function isFindingFormat(format: string): format is FindingFormat {
  return (findingFormats as readonly string[]).includes(format);
}
