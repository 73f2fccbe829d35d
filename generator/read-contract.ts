import { checkSources } from "./check/check.js";
import { leaveOut } from "./check/dispensable.js";
import { problemOfFailure } from "./failure.js";
import { type DeclaredAnswers, declaredAnswers } from "./model/answers/declared-answers.js";
import { buildContract } from "./model/build-contract.js";
import { withoutConsequences } from "./model/checks/envelope-problems.js";
import { misspeltKeys } from "./model/checks/misspelt-keys.js";
import type { Contract } from "./model/contract.js";
import { parserContractOf } from "./model/derived/parser-contract.js";
import type { ContractOptions } from "./model/document/settings.js";
import type { Survey } from "./model/survey/survey.js";
import { growYoungWhereMuch } from "./package/young-generation.js";
import { nameReused } from "./problem/contract.js";
import { hasErrors, type Position, type Problem } from "./problem/problem.js";
import { parseExamples, proveAnswers } from "./prove/prove-answers.js";
import { proveSchemas } from "./prove/prove-schemas.js";
import { proveThrown } from "./prove/prove-thrown.js";
import { type FileInput, type OpenedFile, openedOf, pathOf, shownPath } from "./read/file.js";
import type { Overlaid } from "./read/overlay.js";
import { byPosition, positionOf } from "./read/position.js";
import { readSources } from "./read/reader.js";
import { child, type Node } from "./read/source.js";
import { tokensOf } from "./runtime/pointer.js";
import { type ReusedName, reusedNames } from "./view/reused-names.js";

/** What a document says about its errors, as it can be known again. */
export interface KnownRead {
  readonly contract: Contract;
  /** Whether the document says itself where its codes stand. */
  readonly prepared: boolean;
  /** The file of the document. */
  readonly file: string;
}

export interface Read extends KnownRead {
  /** The schemas of its errors, by name; copied for who asks for types. */
  readonly schemas: () => Readonly<Record<string, unknown>>;
  /** The document itself, as it was read. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Its path and its root, where it refers to other files: undefined where it stands alone. */
  readonly bundleFrom: { readonly path: string; readonly root: string } | undefined;
  /** Whether something is wrong in such a way that codes are not found. */
  readonly losesCodes: boolean;
  /** What was found out about a document that does not tell. */
  readonly survey: () => Survey;
  /** All that its operations answer, success too, made of its examples and schemas. */
  readonly answers: DeclaredAnswers;
  /** Where its id stands; undefined where the document does not say it. */
  readonly positionOfId: () => Position | undefined;
  /** Where a component stands that an error of the contract has as its source; else where the document begins. */
  readonly positionOf: (source: string) => Position;
}

/** What a document says about its errors, and what is wrong with that. */
export interface ContractResult<Said extends KnownRead = Read> {
  /** Undefined where the document could not be understood at all. */
  readonly read?: Said | undefined;
  readonly problems: readonly Problem[];
  /** Every file that it depends on. */
  readonly files: readonly OpenedFile[];
}

export interface ReadOptions extends ContractOptions {
  /** The document with its overlays, where it has any. */
  readonly overlaid?: Overlaid | undefined;
}

/**
 * Reads the contract of an OpenAPI document: from the file to a contract whose examples are proven. What a library throws
 * at it is a problem of it.
 */
export function readContract(input: FileInput, root?: string, options: ReadOptions = {}): ContractResult {
  try {
    return contractOf(input, root, options);
  } catch (error) {
    const { files = [] } = options.overlaid ?? {};
    return { problems: [problemOfFailure(error, shownPath(pathOf(input)))], files: [unread(input), ...files] };
  }
}

function contractOf(input: FileInput, root: string | undefined, options: ReadOptions): ContractResult {
  const { source, problems: ofOverlays = [], files: overlays = [] } = options.overlaid ?? {};
  const read = readSources(input, root, source);
  if ("problems" in read) return { problems: [...read.problems, ...ofOverlays], files: [unread(input), ...overlays] };
  if (hasErrors(ofOverlays)) return { problems: ofOverlays, files: [unread(input), ...overlays] };

  const { sources } = read;
  const { document } = sources;
  const prepared = child(document, "x-error-contract").value !== undefined;
  // Below an overlay, the document is still somebody else's: only the overlay promises.
  const promises = new Set(overlays.map(({ path }) => shownPath(path)));
  const isPromised = ({ position: { file } }: Problem) => (source === undefined ? prepared : promises.has(file));
  const { problems: ofDocument, ofLists, aside } = checkSources(sources, options.extensions);
  const checked = [...ofOverlays, ...ofDocument, ...ofLists.filter(isPromised), ...aside.map(({ problem }) => problem)];
  if (hasErrors(ofDocument)) {
    // What is wrong with its keys is there to be told at once, whatever else is to be mended first.
    const isRead = !ofDocument.some(({ code }) => code === "document-unsupported");
    const ofKeys = isRead && prepared ? misspeltKeys(sources).map(({ problem }) => problem) : [];
    return { problems: inOrder([...checked, ...ofKeys]), files: [...sources.files(), ...overlays] };
  }
  leaveOut(aside.map(({ without }) => without));

  growYoungWhereMuch();
  const { contract, schemas, survey, unlisted, examples, problems, loss } = buildContract(sources, options);
  growYoungWhereMuch();
  const placeOf = (reference: string) => {
    const named = /^(?:#|$)/.test(reference)
      ? child(document, ...tokensOf(reference.slice(1)))
      : sources.follow({ ...document, value: { $ref: reference.replaceAll("%", "%25") } });
    return named.value === undefined ? positionOf(document) : positionOf(named, true);
  };
  const id = child(document, "x-error-contract", "id");
  const parserContract = parserContractOf(contract, "ApiError");
  const { problems: unsound, sound, judge } = proveSchemas(examples, sources);
  growYoungWhereMuch();
  const parsed = parseExamples(parserContract, sound);
  const proven = [
    ...unsound,
    ...proveAnswers(contract.errors, parsed),
    ...(prepared ? proveThrown(parserContract, contract.errors, parsed, judge, sources) : []),
  ];
  const all = [...problems, ...reusedNames(contract).map((reused) => nameProblem(reused, placeOf)), ...proven];
  const found = loss ? withoutConsequences(all, loss) : all;
  const weigh = (problem: Problem) => (prepared && isPromised(problem) ? problem : asNote(problem));
  // Below such an overlay the document goes its own way, and may have codes that the overlay does not know yet.
  const isAsked = prepared && promises.size > 0 && !saysEvidence(document, options);
  const beyond = isAsked && promises.has(positionOf(child(document, "x-error-contract")).file) ? unlisted() : [];
  const result = {
    problems: inOrder([...checked, ...found.map(weigh), ...beyond]),
    files: [...sources.files(), ...overlays],
  };
  // What was left out would be missing in it.
  if (aside.length > 0) return result;
  return {
    ...result,
    read: {
      contract,
      schemas,
      losesCodes: loss !== undefined && loss !== "place",
      prepared,
      survey,
      file: document.source.path,
      document: document.value as Record<string, unknown>,
      bundleFrom: openedOf(sources.files()).length > 1 ? { path: document.source.path, root: sources.root } : undefined,
      answers: declaredAnswers(sources),
      positionOf: placeOf,
      positionOfId: () => (id.value === undefined ? undefined : positionOf(id)),
    },
  };
}

/** What counts was decided: what does not is left out on purpose. */
function saysEvidence(document: Node, { evidence }: ReadOptions): boolean {
  return evidence !== undefined || child(document, "x-error-contract", "evidence").value !== undefined;
}

function nameProblem({ error, name, retired }: ReusedName, placeOf: (component: string) => Position): Problem {
  const { file, line } = placeOf(retired.source);
  return { ...nameReused(error.code, name, retired.code, `${file}:${line}`), position: placeOf(error.source) };
}

function unread(input: FileInput): OpenedFile {
  return { path: pathOf(input), text: undefined };
}

/** Nobody promised anything in a document that was not prepared: what it contradicts itself in is told, not refused. */
function asNote(problem: Problem): Problem {
  const isRefused = problem.code === "contract-id" || problem.code === "contract-invalid";
  return isRefused ? problem : { ...problem, level: "note" };
}

/** Each finding once, in the order of the files: a shared component may be found wrong from many sides. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...unique.values()].sort((a, b) => byPosition(a.position, b.position));
}

function keyOf({ code, level, message, fix, position: { file, line, column } }: Problem): string {
  return JSON.stringify([code, level, message, fix, file, line, column]);
}
