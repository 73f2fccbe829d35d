import { envelopeNotFound, envelopeOrder } from "../../problem/contract.js";
import type { Problem, ProblemCode } from "../../problem/problem.js";
import { problemAt } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, type Node, pointerText } from "../../read/source.js";
import { tokensOf, valueAt } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { ExampleNode } from "../answers/examples.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import { branchesOf } from "../document/alternatives.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { rememberPlaces, saysNothing } from "../infer/known-places.js";

type Follow = Sources["follow"];
type Envelope = Settings["envelopes"][number];

interface Findings {
  readonly settings: Settings;
  readonly responses: readonly ErrorResponse[];
  readonly examples: readonly ExampleNode[];
}

/** What is wrong with the envelopes that a document declares, and whether codes are not found because of that. */
export function checkEnvelopes(findings: Findings, follow: Follow) {
  const { envelopes } = findings.settings;
  const unknown = envelopes.flatMap((envelope) => unknownPointers(envelope, findings, follow));
  const hidden = envelopes.flatMap((one, index) => hiding(one, envelopes.slice(index + 1), findings, follow));
  const losesCodes = hidden.length > 0 || unknown.some(({ part }) => part === "code");
  return { problems: [...unknown.map(({ problem }) => problem), ...hidden], losesCodes };
}

/** Pointers of an envelope that no error schema has anything at: a typo would silently turn codes into statuses. */
function unknownPointers(envelope: Envelope, { responses, examples }: Findings, follow: Follow) {
  const schemas = schemasOf(responses);
  // A body that no schema describes is as its examples show it.
  const placesFor = rememberPlaces(follow);
  const bare = examples.filter(
    ({ mediaSchema }) => mediaSchema === undefined || saysNothing(branchesOf(mediaSchema, follow), placesFor),
  );
  const isKnown = (pointer: string) =>
    schemas.some((schema) => schemasAt(schema, tokensOf(pointer), follow).length > 0) ||
    schemas.some((schema) => isInMap(schema, tokensOf(pointer), follow)) ||
    bare.some(({ body }) => valueAt(body, pointer) !== undefined);
  const parts = ["code", "message", "details", "requestId", "delay", "fields"] as const;
  return parts.flatMap((part) => {
    const pointer = envelope[part];
    if (pointer === undefined || isKnown(pointer)) return [];
    const star = pointerText(tokensOf(pointer).map((token) => (/^\d+$/.test(token) ? "*" : token)));
    const meant = star !== pointer && isKnown(star) ? star : undefined;
    return [{ part, problem: problemAt(child(envelope.node, part), envelopeNotFound(pointer, meant)) }];
  });
}

/** Whether a pointer steps into a map: there, any member may stand. */
function isInMap(schema: Node, tokens: readonly string[], follow: Follow): boolean {
  return tokens.some((_, index) =>
    schemasAt(schema, tokens.slice(0, index), follow).some((part) =>
      saysSomething(child(part, "additionalProperties").value),
    ),
  );
}

function saysSomething(schema: unknown): boolean {
  return isObject(schema) && Object.keys(schema).length > 0;
}

/** An envelope without a code that comes before one whose codes it hides, since it takes every body with a message. */
function hiding(envelope: Envelope, later: readonly Envelope[], { responses }: Findings, follow: Follow): Problem[] {
  if (envelope.code !== undefined) return [];
  const taken = responses.flatMap(({ branches }) => branches.filter(({ found }) => found?.envelope === envelope));
  const hidden = later.find(
    ({ code }) => code !== undefined && taken.some(({ schema }) => codesAt(schema, code, follow).length > 0),
  );
  return hidden ? [problemAt(child(envelope.node, "name"), envelopeOrder(envelope.name, hidden.name))] : [];
}

export function schemasOf(responses: readonly ErrorResponse[]): Node[] {
  return [...new Set(responses.flatMap(({ response }) => response.media.map(({ schema }) => schema)))];
}

const consequences = new Set<ProblemCode>([
  "error-without-code",
  "error-without-example",
  "example-of-another-error",
  "rule-without-error",
  "thrown-breaks-schema",
]);

/** Where codes are not found because an envelope is wrong, what only says so once more is left out. */
export function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => !consequences.has(code));
}
