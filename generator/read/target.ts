import type { Position } from "../problem/problem.js";
import type { ExtensionRule } from "./extension-rule.js";
import type { FileInput } from "./file.js";
import type { ImportExtension } from "./needed-extension.js";

/** Whether code is written as TypeScript, or as JavaScript with declarations. */
export const languages = ["ts", "js"] as const;

export type Language = (typeof languages)[number];

/** An API that the config does not leave out, and the folder that it is written to. */
export interface ListedApi {
  readonly name: string;
  readonly output: string;
  /** Undefined where its settings are wrong. */
  readonly target: Target | undefined;
  readonly position: Position;
}

/** One API to work on: its document, and what was asked for it. What is undefined nobody said. */
export interface Target {
  readonly document: string;
  /** What the document says, where that is not read from its file. */
  readonly text?: string | undefined;
  /** What redocly.yaml calls it. */
  readonly name?: string | undefined;
  /** What the API is called, whatever its document says. */
  readonly id?: string | undefined;
  /** The folder to write to. */
  readonly output?: string | undefined;
  readonly emit?: readonly string[] | undefined;
  readonly language?: Language | undefined;
  readonly importExtension?: ImportExtension | undefined;
  /** How the config has code written in the folder of this API: all in it share their runtime, named or not. */
  readonly folderSays?: Pick<Target, "language" | "importExtension"> | undefined;
  /** Where it was named: all APIs of the config, in its order. Some may share the folder. */
  readonly listed?: readonly ListedApi[] | undefined;
  /** The URL below which its docs are served. */
  readonly docsUrl?: string | undefined;
  /** The git tags of its versions, as a pattern: what each changed is a page of the docs. */
  readonly history?: string | undefined;
  /** What makes a code listed. */
  readonly evidence?: readonly string[] | undefined;
  /** Extensions that list codes, beside those that are known. */
  readonly extensions?: readonly ExtensionRule[] | undefined;
  /** Overlays that are applied to the document, in this order. */
  readonly overlays?: readonly FileInput[] | undefined;
  /** Those of these that the command line says, which win over any config: that of another revision as well. */
  readonly asked?: Pick<Target, "id" | "evidence" | "overlays" | "docsUrl"> | undefined;
  /** The folder that references may not leave. */
  readonly root?: string | undefined;
  /** Where redocly.yaml says it: the settings by their names, and `""` for the API itself. */
  readonly places?: Readonly<Record<string, Position>> | undefined;
  /** The same of the files that it names, by their whole paths. */
  readonly filesNamed?: Readonly<Record<string, Position>> | undefined;
}
