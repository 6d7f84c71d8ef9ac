/** The lists beside `config.ts`, each the text of its file. */
export interface Lists {
  /** `exceptions.csv`. */
  readonly exceptions: string;
  /** `controls.csv`. */
  readonly controls: string;
}
