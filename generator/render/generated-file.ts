/** One file to be written. `path` is relative to the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
