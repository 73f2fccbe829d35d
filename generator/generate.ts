import { resolve } from "node:path";
import type { Contract } from "./model/contract.js";
import { docsBeside, withDocsLinks } from "./model/derived/docs-links.js";
import type { Problem } from "./problem/problem.js";
import { hasErrors } from "./problem/problem.js";
import type { Target } from "./read/config.js";
import { shownPath } from "./read/file.js";
import type { ContractResult } from "./read-contract.js";
import { readContracts } from "./read-contracts.js";
import { hasDocs } from "./render/build-record.js";
import type { DocsInput } from "./render/docs.js";
import { defaultEmitters, emit } from "./render/emitters.js";
import type { GeneratedFile } from "./render/generated-file.js";
import { type ImportExtension, withImportExtension } from "./render/import-extension.js";
import { type Change, compareFiles, writeFiles } from "./write/write.js";

export interface GenerateOptions {
  readonly targets: readonly Target[];
  /** Where to write, unless a target says otherwise. Default: `generated`. */
  readonly output?: string | undefined;
  /** Compares instead of writing. */
  readonly check?: boolean | undefined;
  readonly emit?: readonly string[] | undefined;
  /** Whether these are all the APIs that there are: docs of others in the same folder are stale then. */
  readonly areAll?: boolean | undefined;
  /** The folder that references may not leave. */
  readonly root?: string | undefined;
  readonly importExtension?: ImportExtension | undefined;
  /** Is told what the run is at: `reading`, `types`, `docs`. */
  readonly stage?: ((name: string) => void) | undefined;
}

export interface GenerateResult {
  readonly problems: readonly Problem[];
  /** What was written, or would be. Empty where problems stopped it: then nothing was written at all. */
  readonly changes: readonly Change[];
  /** Every file that was read. */
  readonly files: readonly string[];
  /** The contracts of documents that do not say where their codes stand. */
  readonly inferred: readonly { readonly file: string; readonly contract: Contract }[];
}

type Read = NonNullable<ContractResult["read"]>;

/** The whole pipeline: documents in, files out. Everything is made in memory before the first file is touched. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  options.stage?.("reading");
  const { reads, files, problems } = await readContracts(options.targets, options.root);
  if (hasErrors(problems)) return { problems, changes: [], files, inferred: [] };

  const byFolder = new Map<string, { readonly read: Read; readonly emit: readonly string[] }[]>();
  for (const [index, target] of options.targets.entries()) {
    const read = reads[index];
    if (!read) continue;
    const folder = resolve(options.output ?? target.output ?? "generated");
    const wanted = options.emit ?? target.emit ?? defaultEmitters;
    // A run that makes only some of the files makes them as a whole run would.
    const documented = wanted.includes("docs") || target.emit?.includes("docs");
    const linked = { ...read, contract: withDocsLinks(read.contract, documented ? docsBeside : undefined) };
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { read: linked, emit: wanted }]);
  }
  const rendered = await Promise.all(
    [...byFolder].map(async ([folder, apis]) => ({ folder, made: await renderFolder(folder, apis, options) })),
  );
  const change = options.check ? compareFiles : writeFiles;
  const changes = rendered.flatMap(({ folder, made }) =>
    change(folder, made).map(({ path, kind }) => ({ path: shownPath(resolve(folder, path)), kind })),
  );
  const inferred = reads.flatMap((read) =>
    read && !read.prepared ? [{ file: shownPath(read.file), contract: read.contract }] : [],
  );
  return { problems, changes, files, inferred };
}

async function renderFolder(
  folder: string,
  apis: readonly { readonly read: Read; readonly emit: readonly string[] }[],
  { check, emit: asked, areAll = false, importExtension = "js", stage }: GenerateOptions,
): Promise<readonly GeneratedFile[]> {
  stage?.("types");
  const files = await Promise.all(apis.map(({ read, emit: names }) => emit(read, names)));
  const documented: DocsInput[] = apis.filter(({ emit: names }) => names.includes("docs")).map(({ read }) => read);
  if (documented.length > 0) stage?.("docs");
  // Docs take a browser's worth of bytes and are often left out of a checkout: none there is no drift.
  const docs =
    documented.length > 0 && !(check && !hasDocs(folder)) ? await docsOf(documented, folder, areAll && !asked) : [];
  // Each API brings the runtime: it is written once.
  const unique = new Map([...files.flat(), ...docs].map((file) => [file.path, file]));
  return withImportExtension([...unique.values()], importExtension);
}

/** What makes docs is loaded only where there are docs to make. */
async function docsOf(documented: readonly DocsInput[], folder: string, areAll: boolean): Promise<GeneratedFile[]> {
  const { renderDocs } = await import("./render/docs.js");
  return renderDocs(documented, folder, areAll);
}
