import type { Contract } from "../model/contract.js";
import { renderCatalog, renderContractJson, renderVectors } from "./data.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderMarkdown } from "./markdown.js";
import { renderPython } from "./python.js";
import { renderRuntime } from "./runtime.js";
import { renderTypes } from "./types.js";
import { renderCodes, renderErrors, renderServer } from "./typescript.js";

/** What an emitter makes its files from. */
export interface EmitInput {
  readonly contract: Contract;
  /** The schemas of its errors, by name. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

type Emitter = (input: EmitInput) => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;

/** One for each kind of output. `docs` is made for all APIs together, elsewhere. */
const emitters: ReadonlyMap<string, Emitter> = new Map<string, Emitter>([
  ["types", async ({ contract, schemas }) => [await renderTypes(contract, schemas)]],
  ["codes", ({ contract }) => [renderCodes(contract)]],
  ["errors", ({ contract }) => [...renderErrors(contract), ...renderRuntime()]],
  ["server", ({ contract }) => [renderServer(contract)]],
  ["json", ({ contract }) => [renderContractJson(contract)]],
  ["vectors", ({ contract }) => [renderVectors(contract)]],
  ["markdown", ({ contract }) => [renderMarkdown(contract)]],
  ["csv", ({ contract }) => [renderCatalog(contract)]],
  ["python", ({ contract }) => renderPython(contract)],
]);

export const emitterNames = [...emitters.keys(), "docs"];

/** What a document given by its path gets. Docs and Python are asked for, not assumed. */
export const defaultEmitters = emitterNames.filter((name) => name !== "docs" && name !== "python");

/** What the files of an emitter import: index.ts, which is made with the errors, brings all together. */
const needs: Readonly<Record<string, readonly string[]>> = {
  errors: ["codes", "types", "server"],
  server: ["codes", "types", "errors"],
};

/** Every file of one API, the runtime among them. */
export async function emit(input: EmitInput, names: readonly string[]): Promise<GeneratedFile[]> {
  const wanted = new Set([...names, ...names.flatMap((name) => needs[name] ?? [])]);
  const due = [...emitters].filter(([name]) => wanted.has(name));
  return (await Promise.all(due.map(([, emitter]) => emitter(input)))).flat();
}
