import type { Contract } from "../model/contract.js";
import type { EmittedFile, GeneratedFile } from "./generated-file.js";

/** What an emitter makes its files from. */
export interface EmitInput {
  readonly contract: Contract;
  /** The schemas of its errors, by name. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

type Emitter = (input: EmitInput) => Promise<readonly GeneratedFile[]>;

const data = () => import("./data.js");
const typescript = () => import("./typescript.js");

/** One for each kind of output, loaded when it is asked for. `docs` is made for all APIs together, elsewhere. */
const emitters: ReadonlyMap<string, Emitter> = new Map<string, Emitter>([
  ["types", async ({ contract, schemas }) => [await (await import("./types.js")).renderTypes(contract, schemas)]],
  ["codes", async ({ contract }) => [(await typescript()).renderCodes(contract)]],
  [
    "errors",
    async ({ contract }) => [
      ...(await typescript()).renderErrors(contract),
      ...(await import("./runtime.js")).renderRuntime(),
    ],
  ],
  ["server", async ({ contract }) => [(await typescript()).renderServer(contract)]],
  ["json", async ({ contract }) => [(await data()).renderContractJson(contract)]],
  ["vectors", async ({ contract }) => [(await data()).renderVectors(contract)]],
  ["markdown", async ({ contract }) => [(await import("./markdown.js")).renderMarkdown(contract)]],
  ["csv", async ({ contract }) => [(await data()).renderCatalog(contract)]],
  ["python", async ({ contract }) => (await import("./python.js")).renderPython(contract)],
]);

export const emitterNames = [...emitters.keys(), "docs"];

const askedFor: readonly string[] = ["python", "docs"];

/** What a document given by its path gets: some are asked for, not assumed. */
export const defaultEmitters = emitterNames.filter((name) => !askedFor.includes(name));

/** What the files of an emitter import: index.ts, which is made with the errors, brings all together. */
const needs: Readonly<Record<string, readonly string[]>> = {
  errors: ["codes", "types", "server"],
  server: ["codes", "types", "errors"],
};

/** The emitters that run where these are asked for. */
export function withNeeded(names: readonly string[]): ReadonlySet<string> {
  return new Set([...names, ...names.flatMap((name) => needs[name] ?? [])]);
}

/** Every file of one API, the runtime among them. */
export async function emit(input: EmitInput, names: readonly string[]): Promise<EmittedFile[]> {
  const wanted = withNeeded(names);
  const due = [...emitters].filter(([name]) => wanted.has(name));
  const made = due.map(async ([by, emitter]) => (await emitter(input)).map((file) => ({ ...file, by })));
  return (await Promise.all(made)).flat();
}
