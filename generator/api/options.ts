import type { ImportExtension } from "../read/needed-extension.js";
import type { Language } from "../read/target.js";

/**
 * An OpenAPI document or an overlay: its path, or its path and its text; an API also by the name that redocly.yaml gives
 * it. With a text, the path only says where it lies, for problems and for references to other files: it is not opened.
 *
 * @example
 * await lint({ path: "openapi.yaml", text: editor.getText() });
 */
export type DocumentInput = string | { readonly path: string; readonly text: string };

/** One document, several, or none: then those that redocly.yaml lists under `apis`, each with its settings. */
export type Documents = DocumentInput | readonly DocumentInput[] | undefined;

/** How documents are read. What is given here wins over what redocly.yaml says. */
export interface ReadOptions {
  /** What the API is called, of a single document. Default: what the config or the document says, else from its title. */
  readonly id?: string | undefined;
  /** The folder that references may not leave. Default: the nearest above the document that begins a project. */
  readonly root?: string | undefined;
  /** OpenAPI Overlays that are applied to each document, in this order. Default: none. */
  readonly overlays?: readonly DocumentInput[] | undefined;
  /** What makes a code listed: `const`, `enum`, `extension`, `response-example`, ... Default: what the document says. */
  readonly evidence?: readonly string[] | undefined;
  /** The URL below which the docs are served, for links to the page of a code. Default: none. */
  readonly docsUrl?: string | undefined;
}

/** What to make, and where. */
export interface GenerateOptions extends ReadOptions {
  /** The folder to write to. Default: what redocly.yaml says, else `generated`. */
  readonly output?: string | undefined;
  /** The names of emitters: `types`, `codes`, `errors`, ... Default: what redocly.yaml says, else all but `docs` and `python`. */
  readonly emit?: readonly string[] | undefined;
  /** TypeScript, or JavaScript with declarations. Default: what redocly.yaml says, else `ts`. */
  readonly language?: Language | undefined;
  /** How generated files import each other. Default: what the nearest tsconfig.json needs, else `js`. */
  readonly importExtension?: ImportExtension | undefined;
  /** Writes nothing: `changes` says what would change. Default: false. */
  readonly check?: boolean | undefined;
  /** False writes nothing and looks at nothing in the output folder: `files` holds what was made. Default: true. */
  readonly write?: boolean | undefined;
  /** Generated files that somebody edited are replaced, and nothing is kept of them. Default: false. */
  readonly force?: boolean | undefined;
}
