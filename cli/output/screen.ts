/** The terminal that results are shown on; there is none where they go to a file or a pipe. */
export interface Screen {
  /** Characters in a line. */
  readonly columns: number;
  readonly colours: boolean;
}
