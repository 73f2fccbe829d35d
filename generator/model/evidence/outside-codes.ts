import type { Sources } from "../../read/reader.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { WireType } from "../contract.js";
import type { FoundCode } from "../definitions/codes.js";
import { lastPart } from "../definitions/humanise.js";
import { spellingOf } from "../definitions/spelling.js";
import type { OperationNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import type { CodeFound } from "../survey/codes-found.js";
import { type Extensions, fitsType, wireTypeAt } from "./extension-codes.js";
import type { ExtensionEntry } from "./extension-entry.js";
import { saidOf, toldIn } from "./said-of-codes.js";
import { successCodes } from "./success-codes.js";

/** What a document lists outside of its answers: at its root, or at operations of which no declared answer has it. */
export interface OutsideCodes {
  /** A client may meet them, and no answer has them. */
  readonly listed: readonly FoundCode[];
  /** Those of which nobody knows how they come, or where in a body they would stand. */
  readonly seen: readonly FoundCode[];
  /** By code: the operations that give it under a status that they do not declare, and those statuses. */
  readonly given: ReadonlyMap<string, Given>;
}

export interface Given {
  readonly operations: readonly string[];
  readonly statuses: readonly string[];
}

interface Outside {
  readonly entry: ExtensionEntry;
  readonly operation: OperationNode | undefined;
}

const errorStatus = /^[45](?:\d\d|XX)$/;

/** The codes that are listed outside of answers and that no answer has; the last part of a URI is that URI. */
export function outsideCodes(
  operations: readonly OperationNode[],
  responses: readonly ErrorResponse[],
  extensions: Extensions,
  settings: Settings,
  sources: Sources,
): OutsideCodes {
  const { follow } = sources;
  const known = namesIn(responses);
  const declared = declaredType(responses, follow);
  const byOperation = new Map<OperationNode, ErrorResponse[]>();
  for (const response of responses)
    if (!byOperation.get(response.operation)?.push(response)) byOperation.set(response.operation, [response]);
  const found: Outside[] = [
    ...operations.flatMap((operation) => besideAnswers(operation, extensions, byOperation.get(operation) ?? [])),
    ...inSuccess(operations, responses, settings, sources),
    ...extensions.ofRoot.map((entry) => ({ entry, operation: undefined })),
  ];
  const all = found.filter(({ entry }) => entry.lists && fitsType(entry, declared));
  const isPlaced = settings.envelopes.some(({ code }) => code !== undefined);
  const isListed = ({ entry, operation }: Outside) => {
    if (!settings.evidence.has(entry.evidence)) return false;
    return operation !== undefined || (isPlaced && (entry.evidence === "table" || errorStatusOf(entry) !== undefined));
  };
  const isKnown = ({ code, evidence }: ExtensionEntry) =>
    known.has(code) || (evidence === "table" && known.has(spellingOf(code)));
  const counting = all.filter((one) => isListed(one) && (one.operation !== undefined || !isKnown(one.entry)));
  const given = givenBy(counting);
  const listed = counting.filter(({ entry }) => !isKnown(entry));
  const seen = all.filter(({ entry }) => !isKnown(entry) && !given.has(entry.code));
  const entries = found.map(({ entry }) => entry);
  return { listed: eachOnce(listed, entries, declared), seen: eachOnce(seen, entries, declared), given };
}

/** Where no error has a body: what the answers of success tell of codes. */
function inSuccess(
  operations: readonly OperationNode[],
  responses: readonly ErrorResponse[],
  { envelopes, extensions }: Settings,
  sources: Sources,
): Outside[] {
  const pointer = envelopes.find(({ code }) => code !== undefined)?.code;
  if (pointer === undefined || responses.some(({ branches }) => branches.length > 0)) return [];
  const codesOf = successCodes(pointer, extensions, sources);
  return operations.flatMap((operation) => codesOf(operation).map((entry) => ({ entry, operation })));
}

/** What an operation, or an answer of it that has no place for codes, lists and none of its answers has. */
function besideAnswers(operation: OperationNode, extensions: Extensions, own: readonly ErrorResponse[]): Outside[] {
  const withoutPlace = own.filter(({ branches }) => branches.every(({ found }) => found?.envelope.code === undefined));
  const entries = [
    ...extensions.ofOperation(operation),
    ...withoutPlace.flatMap(({ response }) =>
      extensions.ofResponse(response).map((entry) => ({ ...entry, status: entry.status ?? response.key })),
    ),
  ];
  if (entries.length === 0) return [];
  const known = namesIn(own);
  return entries.filter(({ code }) => !known.has(code)).map((entry) => ({ entry, operation }));
}

/** Responses that share a schema share its list of codes: each list is looked at once. */
function namesIn(responses: readonly ErrorResponse[]): ReadonlySet<string> {
  const codes = [...new Set(responses.map((response) => response.codes))].flat();
  return new Set(codes.flatMap((code) => [code, lastPart(code), spellingOf(code)]));
}

function givenBy(all: readonly Outside[]): OutsideCodes["given"] {
  const given = new Map<string, { readonly operations: Set<string>; readonly statuses: Set<string> }>();
  for (const { entry, operation } of all) {
    const known = given.get(entry.code) ?? { operations: new Set(), statuses: new Set() };
    given.set(entry.code, known);
    const status = errorStatusOf(entry);
    if (operation) known.operations.add(operation.id);
    if (status !== undefined) known.statuses.add(status);
  }
  return new Map(
    [...given].map(([code, one]) => [code, { operations: [...one.operations], statuses: [...one.statuses] }]),
  );
}

/** Each code with all that is said of it, the first of each. */
function eachOnce(
  found: readonly Outside[],
  all: readonly ExtensionEntry[],
  declared: WireType | undefined,
): FoundCode[] {
  const byCode = new Map(found.toReversed().map(({ entry }) => [entry.code, entry]));
  return [...byCode.values()].reverse().map((entry): FoundCode => {
    const { code, isNumber, evidence, holder } = entry;
    const said = { ...toldIn(saidOf(code, all) ?? entry), status: errorStatusOf(entry) };
    const isDeclared = evidence === "table" || (declared === "integer" && /^-?\d+$/.test(code));
    const wireType = isDeclared && declared ? declared : isNumber ? "integer" : "string";
    return { code, wireType, evidence, holder, said };
  });
}

function errorStatusOf({ status }: ExtensionEntry): string | undefined {
  const key = status?.toUpperCase() ?? "";
  return errorStatus.test(key) ? key : undefined;
}

/** What all places of codes say that codes are. */
function declaredType(responses: readonly ErrorResponse[], follow: Sources["follow"]): WireType | undefined {
  const branches = new Set(responses.flatMap((response) => response.branches));
  const types = new Set<WireType | undefined>();
  for (const { schema, found } of branches)
    if (found?.envelope.code !== undefined) types.add(wireTypeAt(schema, found.envelope.code, follow));
  return types.size === 1 ? [...types][0] : undefined;
}

/** With what answers have, in order. */
export function withOutsideCodes(found: readonly CodeFound[], { listed, seen }: OutsideCodes): CodeFound[] {
  const own = new Set(listed.map(({ code }) => code));
  const known = new Set(found.map(({ code }) => code));
  const told = (isListed: boolean) => (one: FoundCode) => codeFound(one, isListed);
  return [
    ...found.filter(({ code }) => !own.has(code)),
    ...listed.map(told(true)),
    ...seen.filter(({ code }) => !known.has(code)).map(told(false)),
  ].sort((a, b) => Number(b.listed) - Number(a.listed) || (a.code < b.code ? -1 : 1));
}

function codeFound({ code, evidence, holder, said }: FoundCode, listed: boolean): CodeFound {
  const statuses = said?.status === undefined ? [] : [said.status];
  return { code, evidence, listed, statuses, answers: 0, places: [holder], responses: [], byEvidence: new Map() };
}
