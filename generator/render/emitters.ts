import type { Contract } from "../model/contract.js";
import { errorsWithTypes } from "../view/typescript/errors-with-types.js";
import type { EmitInput } from "./emit-input.js";
import type { EmittedFile, GeneratedFile } from "./generated-file.js";

type Emitter = (input: EmitInput) => Promise<readonly GeneratedFile[]>;

const data = () => import("./data.js");
const typescript = () => import("./typescript.js");
const runtime = () => import("./runtime.js");

/** One for each kind of output, loaded when it is asked for. `docs` is made for all APIs together, elsewhere. */
const emitters: ReadonlyMap<string, Emitter> = new Map<string, Emitter>([
  ["types", async (input) => [await (await import("./types.js")).renderTypes(input)]],
  [
    "codes",
    async ({ contract }) => [(await typescript()).renderCodes(contract), ...(await runtime()).renderRuntimeOfCodes()],
  ],
  [
    "errors",
    async ({ contract }) => [
      ...(await typescript()).renderErrors(contract),
      ...(await runtime()).renderRuntimeOfErrors(),
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
  errors: ["codes", "server"],
  server: ["codes", "errors"],
};

/** The emitters that run where these are asked for. Errors refer to types only where details are typed by them. */
export function withNeeded(names: readonly string[], contract: Contract): ReadonlySet<string> {
  const all = new Set([...names, ...names.flatMap((name) => needs[name] ?? [])]);
  return all.has("errors") && errorsWithTypes(contract).length > 0 ? all.add("types") : all;
}

/** Every file of one API, the runtime among them. */
export async function emit(input: EmitInput, names: readonly string[]): Promise<EmittedFile[]> {
  const wanted = withNeeded(names, input.contract);
  const due = [...emitters].filter(([name]) => wanted.has(name));
  const made = due.map(async ([by, emitter]) => (await emitter(input)).map((file) => ({ ...file, by })));
  return (await Promise.all(made)).flat();
}
