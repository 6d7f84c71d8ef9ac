/** What an answer is made of, and so what it cannot know. */
export interface TrailScope {
  /** A trail's files, a table of Athena over them, or CloudTrail's own history, which has management events of 90 days alone. */
  readonly origin: 'files' | 'athena' | 'history';
  /** First and last day of the events, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly regions: readonly string[];
  /** Days of delivery, those of the events and the day after, on which no region has a file, in Athena an event. */
  readonly daysWithoutFiles: readonly string[];
  /** Event sources of which data events were seen, whoever made them. */
  readonly dataEventSources: readonly string[];
  /** Files that were looked at, whatever came of them. */
  readonly files: number;
  /** Those of them that could not be read, or not all of it. */
  readonly filesNotRead: readonly FileNotRead[];
}

export interface FileNotRead {
  readonly file: string;
  /** A lowercase sentence. */
  readonly reason: string;
}
