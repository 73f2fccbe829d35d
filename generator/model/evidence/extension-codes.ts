import type { ExtensionRule } from "../../read/extension-rule.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, items, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { WireType } from "../contract.js";
import type { FoundCode } from "../definitions/codes.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { enumValuesAt } from "./enum-extensions.js";
import type { ExtensionEntry } from "./extension-entry.js";
import { entriesAt } from "./extension-rules.js";
import type { TableEntries } from "./table-entries.js";

/** What extensions, and the tables of descriptions, say about the codes of a document. */
export interface Extensions {
  /** What stands at the root, and in the description of the whole or of its tags. */
  readonly ofRoot: readonly ExtensionEntry[];
  readonly ofOperation: (operation: OperationNode) => readonly ExtensionEntry[];
  /** What stands at a response itself. */
  readonly ofResponse: (response: ResponseNode) => readonly ExtensionEntry[];
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
  tables: TableEntries,
  isError: (key: string) => boolean,
): Extensions {
  const described = [child(document, "info"), ...items(child(document, "tags"))];
  const registry = [...entriesAt(document, "root", rules), ...described.flatMap((node) => tables(node, "anything"))];
  const byOperation = new Map<OperationNode, readonly ExtensionEntry[]>();
  const bySchema = new Map<string, readonly ExtensionEntry[]>();
  const ofOperation = (operation: OperationNode) => {
    const known = byOperation.get(operation) ?? [
      ...entriesAt(operation.node, "operation", rules),
      ...tables(operation.node, "anything"),
    ];
    byOperation.set(operation, known);
    return known.map((entry) => withStatusOf(entry, registry));
  };
  const ofSchema = (schema: Node, pointer: string) => {
    const key = `${pointer} ${identity(schema)}`;
    const read = () => {
      const members = schemasAt(schema, tokensOf(pointer), follow);
      const isClosed = members.some((member) => enumValuesAt(member).length > 0 || "const" in Object(member.value));
      const told = members.flatMap((member) => tables(member, "code"));
      return [
        ...[follow(schema), ...members].flatMap((holder) => entriesAt(holder, "schema", rules)),
        // What an enum lists is all that there is: a table beside it tells of these.
        ...told.map((entry) => ({ ...entry, lists: !isClosed })),
      ];
    };
    const known = bySchema.get(key) ?? read();
    bySchema.set(key, known);
    return known;
  };
  const ofResponse = (response: ResponseNode) =>
    [...entriesAt(response.node, "response", rules), ...tables(response.node, "error")].filter((entry) =>
      isFor(entry, response),
    );
  const ofBranch: Extensions["ofBranch"] = (operation, response, { schema, pointer, isFirst }) => {
    const told = ofSchema(schema, pointer).map((entry) =>
      entry.evidence === "table" && !isFor(entry, response) ? { ...entry, lists: false } : entry,
    );
    // What stands outside of the schemas is about the answer: it counts once, not for each of its alternatives.
    const beside = isFirst
      ? [
          ...ofResponse(response),
          ...ofOperation(operation).filter((entry) => belongs(entry, response, operation, isError)),
        ]
      : [];
    return [...told, ...beside, ...registry.map((entry) => ({ ...entry, lists: false }))];
  };
  return {
    ofRoot: registry,
    ofOperation,
    ofResponse,
    tellsOf: (operation) => ofOperation(operation).length > 0,
    ofBranch,
  };
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
    .filter((entry) => entry.lists && fitsType(entry, declared))
    .map(({ code, isNumber, evidence, holder }): FoundCode => {
      const wireType = declared ?? (isNumber ? "integer" : "string");
      return { code, wireType, evidence, holder };
    });
}

/** A name in a table is no code where these are numbers. */
export function fitsType({ evidence, isNumber }: ExtensionEntry, declared: WireType | undefined): boolean {
  return evidence !== "table" || declared !== "integer" || isNumber;
}

/** Whether the codes of a schema are text or numbers, as far as it says. */
export function wireTypeAt(schema: Node, pointer: string, follow: Sources["follow"]): WireType | undefined {
  const types = schemasAt(schema, tokensOf(pointer), follow).flatMap((part) => [child(part, "type").value].flat());
  if (types.includes("string")) return "string";
  return types.includes("integer") ? "integer" : undefined;
}
