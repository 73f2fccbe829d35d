import { envelopeNotFound, nameUnknown, operationDuplicate } from "../problem/contract.js";
import { exampleMissing, exampleOfAnotherError } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";
import type { Definition } from "./definitions.js";
import type { ErrorResponse } from "./error-responses.js";
import type { ExampleNode } from "./examples.js";
import type { OperationNode } from "./operations.js";
import { schemasAt } from "./schemas.js";
import type { Settings } from "./settings.js";

interface Findings {
  readonly settings: Settings;
  readonly operations: readonly OperationNode[];
  readonly responses: readonly ErrorResponse[];
  readonly definitions: readonly Definition[];
  readonly examples: readonly ExampleNode[];
}

/** What a prepared document promises about its errors and does not keep. */
export function checkConsistency(findings: Findings, { follow }: Sources): Problem[] {
  const { settings, responses, definitions } = findings;
  const codes = definitions.map(({ code }) => code);
  const groups = settings.groups.map(({ name }) => name);
  return [
    ...duplicateOperations(findings.operations),
    ...settings.envelopes.flatMap((envelope) => unknownPointers(envelope, responses, follow)),
    ...settings.closest.flatMap(({ as, node }) => unknown("error", child(node, "as"), as, codes)),
    ...definitions.flatMap(({ extension }) => {
      const group = child(extension, "group");
      const replacedBy = child(extension, "replacedBy");
      return [
        ...(groups.length > 0 ? unknown("group", group, group.value, groups) : []),
        ...unknown("code", replacedBy, replacedBy.value, codes),
      ];
    }),
    ...exampleProblems(findings),
  ];
}

function duplicateOperations(operations: readonly OperationNode[]): Problem[] {
  const seen = new Set<string>();
  return operations.flatMap(({ id, node }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problemAt(child(node, "operationId"), operationDuplicate(id))];
  });
}

function unknown(what: string, node: Node, name: unknown, known: readonly string[]): Problem[] {
  if (typeof name !== "string" || known.includes(name)) return [];
  return [problemAt(node, nameUnknown(what, name, known))];
}

/** Pointers of an envelope that no error schema has anything at: a typo would silently turn codes into statuses. */
function unknownPointers(
  envelope: Settings["envelopes"][number],
  responses: readonly ErrorResponse[],
  follow: Sources["follow"],
): Problem[] {
  const schemas = new Set(responses.flatMap(({ response }) => response.media.map(({ schema }) => schema)));
  const parts = ["code", "message", "details", "requestId", "delay", "fields"] as const;
  return parts.flatMap((part) => {
    const pointer = envelope[part];
    if (pointer === undefined) return [];
    const found = [...schemas].some((schema) => schemasAt(schema, tokensOf(pointer), follow).length > 0);
    return found ? [] : [problemAt(child(envelope.node, part), envelopeNotFound(pointer))];
  });
}

function exampleProblems({ definitions, examples }: Findings): Problem[] {
  const strangers = examples.filter(({ owner }) => owner === undefined);
  const shown = new Set(examples.map(({ owner }) => owner));
  const bare = definitions.filter(({ code }) => !shown.has(code));
  return [
    ...strangers.map(({ node, response }) => problemAtKey(node, exampleOfAnotherError(codeText(node), response.codes))),
    ...bare.map(({ code, node }) => problemAt(node, exampleMissing(code))),
  ];
}

function codeText(node: Node): string {
  return JSON.stringify(node.value)?.slice(0, 80) ?? "";
}
