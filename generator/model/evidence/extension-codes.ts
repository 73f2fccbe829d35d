import type { ExtensionRule } from "../../read/extension-rule.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { WireType } from "../contract.js";
import type { FoundCode } from "../definitions/codes.js";
import { lastPart } from "../definitions/humanise.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { type ExtensionEntry, entriesAt } from "./extension-rules.js";

/** What extensions say about the codes of a document. */
export interface Extensions {
  /** Whether an operation has any of its own. */
  readonly tellsOf: (operation: OperationNode) => boolean;
  /** All that is said about the codes of one alternative of a body of a response. */
  readonly ofBranch: (
    operation: OperationNode,
    response: ResponseNode,
    branch: { readonly schema: Node; readonly pointer: string; readonly isFirst: boolean },
  ) => readonly ExtensionEntry[];
}

/** Reads the extensions of a document: what its root says of a code adds to what the other places say of it. */
export function readExtensions(
  { document, follow }: Sources,
  rules: readonly ExtensionRule[],
  isError: (key: string) => boolean,
): Extensions {
  const registry = entriesAt(document, "root", rules);
  const byOperation = new Map<OperationNode, readonly ExtensionEntry[]>();
  const bySchema = new Map<string, readonly ExtensionEntry[]>();
  const ofOperation = (operation: OperationNode) => {
    const known = byOperation.get(operation) ?? entriesAt(operation.node, "operation", rules);
    byOperation.set(operation, known);
    return known.map((entry) => withStatusOf(entry, registry));
  };
  const ofSchema = (schema: Node, pointer: string) => {
    const key = `${pointer} ${identity(schema)}`;
    const holders = () => [follow(schema), ...schemasAt(schema, tokensOf(pointer), follow)];
    const known = bySchema.get(key) ?? holders().flatMap((holder) => entriesAt(holder, "schema", rules));
    bySchema.set(key, known);
    return known;
  };
  const ofBranch: Extensions["ofBranch"] = (operation, response, { schema, pointer, isFirst }) => {
    const told = ofSchema(schema, pointer);
    // What stands outside of the schemas is about the answer: it counts once, not for each of its alternatives.
    const beside = isFirst
      ? [
          ...entriesAt(response.node, "response", rules).filter((entry) => isFor(entry, response)),
          ...ofOperation(operation).filter((entry) => belongs(entry, response, operation, isError)),
        ]
      : [];
    return [...told, ...beside, ...registry.map((entry) => ({ ...entry, lists: false }))];
  };
  return { tellsOf: (operation) => ofOperation(operation).length > 0, ofBranch };
}

/** An operation that only names codes leaves their status to the root's list. */
function withStatusOf(entry: ExtensionEntry, registry: readonly ExtensionEntry[]): ExtensionEntry {
  const known = registry.find(({ code }) => code === entry.code);
  return known ? { ...entry, status: entry.status ?? known.status } : entry;
}

function isFor({ status }: ExtensionEntry, { key }: ResponseNode): boolean {
  return status === undefined || status === key || coversStatus(key, status);
}

/** Under the status that it names, else under the one that there is: a code is never spread over several. */
function belongs(
  { status }: ExtensionEntry,
  { key }: ResponseNode,
  { responses }: OperationNode,
  isError: (key: string) => boolean,
): boolean {
  const keys = responses.map((response) => response.key).filter(isError);
  if (status === undefined) return keys.length === 1 || (key === "default" && keys.includes("default"));
  const best = [status, `${status[0]}XX`, "default"].find((candidate) => keys.includes(candidate));
  return best === key;
}

function coversStatus(key: string, status: string): boolean {
  return key === "default" || key === `${status[0]}XX`;
}

/** The codes that entries list: as the schema has them, else as they are written. */
export function codesOfEntries(entries: readonly ExtensionEntry[], declared: WireType | undefined): FoundCode[] {
  return entries
    .filter(({ lists }) => lists)
    .map(({ code, isNumber, holder }): FoundCode => {
      const wireType = declared ?? (isNumber ? "integer" : "string");
      return { code, wireType, evidence: "extension", holder };
    });
}

/** Whether the codes of a schema are text or numbers, as far as it says. */
export function wireTypeAt(schema: Node, pointer: string, follow: Sources["follow"]): WireType | undefined {
  const types = schemasAt(schema, tokensOf(pointer), follow).flatMap((part) => [child(part, "type").value].flat());
  if (types.includes("string")) return "string";
  return types.includes("integer") ? "integer" : undefined;
}

/** What is said of a code: by itself, or by the last part of its URI. */
export function saidOf(code: string, entries: readonly ExtensionEntry[]): ExtensionEntry | undefined {
  const own = entries.filter((entry) => entry.code === code);
  const found = own.length > 0 ? own : entries.filter((entry) => entry.code === lastPart(code));
  if (found.length === 0) return undefined;
  const first = <Part extends keyof ExtensionEntry>(part: Part) =>
    found.map((entry) => entry[part]).find((value) => value !== undefined) as ExtensionEntry[Part];
  return {
    ...found[0]!,
    title: first("title"),
    meaning: first("meaning"),
    resolution: first("resolution"),
    retry: first("retry"),
  };
}
