/** One file to be written. `path` is relative to the output folder. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** Somebody else's file of this name is left as it is. */
  readonly yields?: true;
  /** Of a file that takes long to make: the hash of what it was made from. */
  readonly from?: string;
  /** Of a page that takes longer to print than to gather: the hash of what it shows. */
  readonly shown?: string;
}

/** A file, and the emitter that made it. */
export interface EmittedFile extends GeneratedFile {
  readonly by: string;
  /**
   * Where it stands already as it is to be: its hash, and the stamp that it had then, which one that is too young has not. Its
   * text may be read when it is asked for.
   */
  readonly stands?: { readonly hash: string; readonly stamp?: string };
}

/** What took long to make, and the hash of what it was made from: known again as long as nothing of that changes. */
export interface CostlyText {
  readonly path: string;
  readonly from: string;
  readonly text: string;
}

/** A page that stands in a folder as it was printed from what it is to show. */
export type PageAsMade = (folder: string, path: string, shown: string) => EmittedFile | undefined;
