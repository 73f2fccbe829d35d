import { basename, extname, join, resolve } from "node:path";
import type { Contract } from "../../model/contract.js";
import { hasErrors, type Problem } from "../../problem/problem.js";
import { shellWord } from "../../problem/shell.js";
import { shownPath } from "../../read/file.js";
import { readContract } from "../../read-contract.js";
import { renderTemplate } from "../../render/template.js";
import { printable } from "../../runtime/text.js";
import { overlayOf } from "../../view/scan/overlay.js";
import { overlayText } from "../../view/scan/overlay-text.js";
import { counted } from "../../view/words.js";
import { type Answers, idFor } from "./answers.js";
import { documentNames, documentsIn } from "./documents-in.js";
import type { Draft } from "./draft.js";
import type { Place } from "./place.js";
import { presentAt } from "./present.js";

/** An API that redocly.yaml is to name. */
export interface Source {
  readonly name: string;
  readonly document: string;
  /** What its code is called, where the document says otherwise. */
  readonly id: string | undefined;
  readonly overlay: string | undefined;
  /** What was found in it. */
  readonly found: string | undefined;
}

export type SourceResult =
  | { readonly source: Source; readonly draft: Draft }
  | { readonly problems: readonly Problem[] };

/** A document to start from: that of somebody, or a first one. */
export function sourceOf(place: Place, answers: Answers): SourceResult {
  return answers.from === undefined ? firstDocument(place, answers) : scanned(place, answers, resolve(answers.from));
}

function firstDocument(place: Place, { id = idFor(place) }: Answers): SourceResult {
  const path = join(place.folder, documentNames[0] ?? "");
  const there = presentAt(path, place.repository);
  if (there.kind === "refused") return { problems: [there.problem] };
  const source = { name: id, document: path, id: undefined, overlay: undefined, found: undefined };
  if (there.kind === "file") return { source, draft: { kept: [path] } };
  const view = { id: { kind: "literal", text: id }, title: { kind: "literal", text: titleOf(id) } };
  const draft: Draft = { writings: [{ kind: "new", path, text: renderTemplate("init/openapi", view) }] };
  return { source: { ...source, found: othersIn(place) }, draft };
}

/** The documents that are there already, of which one may be meant. */
function othersIn({ folder }: Place): string | undefined {
  const [first, ...others] = documentsIn(folder).map((path) => printable(shownPath(path)));
  if (first === undefined) return undefined;
  const are = others.length === 0 ? "is an OpenAPI document" : "are OpenAPI documents";
  const names = [first, ...others].join(", ");
  return `${names} ${are}: \`openapi-errors init --from ${shellWord(first)}\` starts from one`;
}

/** What a document says is written down in an overlay, unless it says itself where its codes stand. */
function scanned(place: Place, answers: Answers, document: string): SourceResult {
  const { read, problems } = readContract(document, undefined, { id: answers.id });
  if (!read) return { problems };
  const { contract, prepared } = read;
  const source: Source = {
    name: answers.id ?? contract.id,
    document,
    id: prepared ? answers.id : undefined,
    overlay: undefined,
    found: foundIn(shownPath(document), contract, prepared, hasErrors(problems)),
  };
  if (prepared || contract.errors.length === 0) return { source, draft: {} };
  const path = join(place.folder, `${basename(document, extname(document))}.overlay.yaml`);
  const there = presentAt(path, place.repository);
  if (there.kind === "refused") return { problems: [there.problem] };
  const draft = () => {
    const survey = read.survey();
    const text = overlayText(overlayOf(contract, survey, read.file), survey);
    return { writings: [{ kind: "new", path, text }] } as const;
  };
  return { source: { ...source, overlay: path }, draft: there.kind === "file" ? { kept: [path] } : draft() };
}

function foundIn(file: string, { errors, coverage }: Contract, prepared: boolean, isWrong: boolean): string {
  const codes = errors.filter(({ wire }) => wire).length;
  const { withListedCodes, errorResponses } = coverage;
  const found = `${counted(codes, "code")} in ${withListedCodes} of ${counted(errorResponses, "error answer")}`;
  const command = (name: string) => `\`openapi-errors ${name} ${shellWord(printable(file))}\``;
  const more = isWrong ? `; ${command("lint")} says what is wrong with it` : `; ${command("scan")} says from what`;
  return `${printable(file)}: ${found}${prepared && !isWrong ? "" : more}`;
}

/** `tenant_core`: Tenant Core API. */
function titleOf(id: string): string {
  const words = id.split("_").filter((word) => word !== "" && word !== "api");
  return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), "API"].join(" ");
}
