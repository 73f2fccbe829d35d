import { isErrorKey } from "../read/error-part.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { type CodesOfSchema, codesOf } from "./codes.js";
import type { MediaNode, OperationNode, ResponseNode } from "./operations.js";
import { branchesOf } from "./schemas.js";
import type { Settings } from "./settings.js";

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

/** One alternative of one body. `found` is undefined where no envelope fits it. */
export interface Branch {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly found: CodesOfSchema | undefined;
}

export function readErrorResponses(
  operations: readonly OperationNode[],
  settings: Settings,
  follow: Sources["follow"],
): ErrorResponse[] {
  // Most responses are shared components: each is read once.
  const read = new Map<unknown, Omit<ErrorResponse, "operation" | "response">>();
  return operations.flatMap((operation) =>
    operation.responses
      .filter(({ key }) => isErrorKey(key))
      .map((response) => {
        const known = read.get(response.node.value) ?? readBranches(response, settings, follow);
        read.set(response.node.value, known);
        return { operation, response, ...known };
      }),
  );
}

/** The name of a status-only error: `http_404`, `http_4XX`, `http_default`. */
export function statusOnlyCode(key: string): string {
  return `http_${key}`;
}

function readBranches(response: ResponseNode, settings: Settings, follow: Sources["follow"]) {
  const branches = response.media.flatMap((media) =>
    branchesOf(media.schema, follow).map((schema) => ({ media, schema, found: codesOf(schema, settings, follow) })),
  );
  const codes = new Set(branches.flatMap(({ found }) => found?.codes.map(({ code }) => code) ?? []));
  const open = branches.length === 0 || branches.some(({ found }) => (found?.codes.length ?? 0) === 0);
  const statusOnly = open || child(response.node, "x-error").value !== undefined;
  return { branches, codes: [...codes].sort(), statusOnly };
}
