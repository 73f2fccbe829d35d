/** One file to be written. `path` is relative to the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** Somebody else's file of this name is left as it is. */
  readonly yields?: true;
  /** It is no longer made: what stands there goes. */
  readonly gone?: true;
}
