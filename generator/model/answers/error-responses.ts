import { isErrorKey } from "../../read/error-part.js";
import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, members } from "../../read/source.js";
import type { FoundCode } from "../definitions/codes.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { type Branch, type Branches, readBranches } from "./branches.js";

/** One operation and one status key that is an error, with all that its bodies may be. */
export interface ErrorResponse {
  readonly operation: OperationNode;
  readonly response: ResponseNode;
  readonly branches: readonly Branch[];
  /** The codes that may stand in it. */
  readonly codes: readonly string[];
  /** Whether it gives the status-only error of its status: it says so, or may hold a code that nobody listed, or none. */
  readonly statusOnly: boolean;
}

/** The error responses of a document, and the envelopes of their bodies: those it declares, else those that were inferred. */
export interface ErrorResponses {
  readonly envelopes: Settings["envelopes"];
  readonly responses: readonly ErrorResponse[];
  /** What is said of codes outside of the answers. */
  readonly extensions: Branches["extensions"];
  readonly misread: Branches["misread"];
  readonly problems: Branches["problems"];
}

export function readErrorResponses(
  operations: readonly OperationNode[],
  settings: Settings,
  sources: Sources,
): ErrorResponses {
  const places = operations.flatMap((operation) =>
    operation.responses.filter(({ key }) => isErrorKey(key)).map((response) => ({ operation, response })),
  );
  const { envelopes, branchesOf, extensions, misread, problems } = readBranches(places, operations, settings, sources);
  // Answers that share their bodies share one list of codes.
  const shared = new Map<readonly Branch[], ReturnType<typeof withCodes>>();
  const responses = places.map((place) => {
    const branches = branchesOf(place);
    const known = shared.get(branches) ?? withCodes(branches, place.response);
    shared.set(branches, known);
    const { codes, statusOnly } = known;
    return { operation: place.operation, response: place.response, branches, codes, statusOnly };
  });
  return { envelopes, responses, extensions, misread, problems };
}

/** The name of a status-only error: `http_404`, `http_4XX`, `http_default`. */
export function statusOnlyCode(key: string): string {
  return `http_${key}`;
}

function withCodes(branches: readonly Branch[], { node }: ResponseNode) {
  const lists = branches.flatMap(({ found }) => (found && found.codes.length > 0 ? [found.codes] : []));
  const [only = noCodes] = lists;
  const codes = lists.length > 1 ? namesOf(lists.flat()) : namesOf(only);
  const open = branches.length === 0 || branches.some(({ found }) => isOpen(found));
  // One that only names its envelope says nothing of what the answer means.
  const statusOnly = open || members(child(node, "x-error")).some(([name]) => name !== "envelope");
  return { codes, statusOnly };
}

const noCodes: readonly FoundCode[] = [];
const namesOf = onceFor((codes: readonly FoundCode[]) => [...new Set(codes.map(({ code }) => code))].sort());

/** Whether any other code may stand there: the schema lists none. */
export function isOpen(found: Branch["found"]): boolean {
  return found === undefined || found.codes.every(({ evidence }) => evidence !== "const" && evidence !== "enum");
}
