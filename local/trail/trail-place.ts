/** A place that holds a trail's files. Paths are relative to it, with `/` between folders and at their end. */
export interface TrailPlace {
  /** As the user named it. */
  readonly name: string;
  /** Names of the folders right below a folder; none where there is no such folder. */
  folders(path: string): Promise<readonly string[]>;
  /** Files below a region's folder that were delivered on the days, which follow each other. */
  files(path: string, days: readonly string[]): Promise<readonly TrailFile[]>;
  read(file: TrailFile): Promise<Uint8Array>;
}

export interface TrailFile {
  readonly path: string;
  readonly bytes: number;
}
