import { bodiesMissing, envelopeNotFound, envelopeOrder, envelopeTwice, schemaUnused } from "../../problem/contract.js";
import type { Problem, ProblemCode } from "../../problem/problem.js";
import { once } from "../../read/made-once.js";
import { problemAt, problemAtKey } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, members, type Node, pointerText } from "../../read/source.js";
import { reachedFrom } from "../../read/walk.js";
import { tokensOf, valueAt } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { ExampleNode } from "../answers/examples.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import { branchesOf } from "../document/alternatives.js";
import type { OperationNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { rememberPlaces, saysNothing } from "../infer/known-places.js";
import { otherShapes, shownBodies } from "../infer/other-shapes.js";
import { nearestPointer, pointersThere } from "./nearest-pointer.js";

type Follow = Sources["follow"];
type Envelope = Settings["envelopes"][number];

interface Findings {
  readonly settings: Settings;
  readonly operations: readonly OperationNode[];
  readonly responses: readonly ErrorResponse[];
  readonly examples: readonly ExampleNode[];
}

/** What is wrong with the envelopes that a document declares, and whether codes are not found because of that. */
export function checkEnvelopes(findings: Findings, sources: Sources) {
  const { follow } = sources;
  const { envelopes } = findings.settings;
  const unused = once(() => unusedSchemas(sources));
  const unknown = envelopes.flatMap((envelope) => unknownPointers(envelope, findings, unused, follow));
  const hidden = envelopes.flatMap((one, index) => hiding(one, envelopes.slice(index + 1), findings, follow));
  const losesCodes = hidden.length > 0 || unknown.some(({ part }) => part === "code");
  // What a server throws is made by the envelopes too.
  const loss: Loss | undefined = losesCodes ? "envelope" : unknown.length > 0 ? "place" : undefined;
  const twice = envelopes
    .filter(({ name }, index) => envelopes.slice(0, index).some((other) => other.name === name))
    .map(({ name, node }) => problemAt(child(node, "name"), envelopeTwice(name)));
  return { problems: [...unknown.map(({ problem }) => problem), ...hidden, ...twice], loss };
}

/** Pointers of an envelope that no error schema has anything at: a typo would silently turn codes into statuses. */
function unknownPointers(
  envelope: Envelope,
  { operations, responses, examples }: Findings,
  unused: () => readonly Node[],
  follow: Follow,
) {
  const ofErrors = schemasOf(responses);
  // Where no error has a body, what successes say of errors is all there is.
  const schemas = ofErrors.length > 0 ? ofErrors : schemasOfSuccess(operations, envelope, follow);
  // A body that no schema describes is as its examples show it. Of most documents, nobody asks for any.
  const placesFor = rememberPlaces(follow);
  const bare = once(() => [
    ...examples
      .filter(({ mediaSchema }) => mediaSchema === undefined)
      .flatMap(({ body }) => (body === undefined ? [] : [body])),
    ...mediaOf(responses)
      .flatMap((media) => {
        const branches = branchesOf(media.schema, follow);
        if (saysNothing(branches, placesFor)) return shownBodies(media, branches, follow);
        return otherShapes(media, branches, placesFor, follow);
      })
      .map(({ value }) => value),
  ]);
  const isKnown = (pointer: string) =>
    schemas.some((schema) => schemasAt(schema, tokensOf(pointer), follow).length > 0) ||
    schemas.some((schema) => isInMap(schema, tokensOf(pointer), follow)) ||
    bare().some((body) => valueAt(body, pointer) !== undefined);
  // What stands beside all else may be left to examples: schemas that are open seldom tell of it.
  const isShown = (pointer: string) => examples.some(({ body }) => valueAt(body, pointer) !== undefined);
  const parts = ["code", "message", "details", "requestId", "delay", "fields", "field"] as const;
  const [first] = parts.filter((part) => envelope[part] !== undefined);
  return parts.flatMap((part): { readonly part: typeof part; readonly problem: Problem }[] => {
    const pointer = envelope[part];
    if (pointer === undefined || isKnown(pointer)) return [];
    if ((part === "requestId" || part === "delay") && isShown(pointer)) return [];
    // The schema that has it is the reason then, not the pointer; what `x-error` is lost is told of anyway.
    const holder = unused().find((schema) => schemasAt(schema, tokensOf(pointer), follow).length > 0);
    if (holder && child(holder, "x-error").value !== undefined) return [];
    if (holder) return [{ part, problem: problemAtKey(holder, schemaUnused(holder.key)) }];
    if (schemas.length === 0 && bare().length === 0)
      return part === first ? [{ part, problem: problemAt(child(envelope.node, part), bodiesMissing()) }] : [];
    const star = pointerText(tokensOf(pointer).map((token) => (/^\d+$/.test(token) ? "*" : token)));
    const meant = star !== pointer && isKnown(star) ? star : nearestPointer(pointer, schemas, follow);
    const taken: readonly unknown[] = parts.map((each) => envelope[each]);
    const there =
      meant === undefined ? pointersThere(pointer, schemas, follow).filter((one) => !taken.includes(one)) : [];
    return [{ part, problem: problemAt(child(envelope.node, part), envelopeNotFound(pointer, meant, there)) }];
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

/** Schemas of the components that nothing leads to from a path. */
function unusedSchemas(sources: Sources): Node[] {
  const { document } = sources;
  const used = new Set([...reachedFrom([child(document, "paths")], sources)].map(({ value }) => value));
  return members(child(document, "components", "schemas"))
    .map(([, schema]) => schema)
    .filter(({ value }) => !used.has(value));
}

function mediaOf(responses: readonly ErrorResponse[]) {
  return [...new Set(responses.flatMap(({ response }) => response.media))];
}

export function schemasOf(responses: readonly ErrorResponse[]): Node[] {
  return [...new Set(responses.flatMap(({ response }) => response.media.map(({ schema }) => schema)))];
}

function schemasOfSuccess(operations: readonly OperationNode[], { code }: Envelope, follow: Follow): Node[] {
  if (code === undefined) return [];
  const bodies = operations
    .flatMap(({ responses }) => responses.filter(({ key }) => key.startsWith("2")))
    .flatMap(({ media }) => media.map(({ schema }) => schema));
  return [...new Set(bodies)].filter((schema) => schemasAt(schema, tokensOf(code), follow).length > 0);
}

const consequences = new Set<ProblemCode>([
  "error-without-code",
  "error-without-example",
  "example-of-another-error",
  "rule-without-error",
  "thrown-breaks-schema",
]);

/** Where answers are lost below a key that means nothing, so may be what an envelope points to. */
const consequencesOfKeys = new Set<ProblemCode>([
  ...consequences,
  "code-without-response",
  "contract-empty",
  "envelope-not-found",
]);

/** Why codes are not found: an envelope is wrong, or a key above their answers; or why only what stands beside them is not. */
export type Loss = "envelope" | "key" | "place";

const told: Readonly<Record<Loss, ReadonlySet<ProblemCode>>> = {
  envelope: consequences,
  key: consequencesOfKeys,
  place: new Set<ProblemCode>(["thrown-breaks-schema"]),
};

/** Where codes are not found, what only says so once more is left out. */
export function withoutConsequences(problems: readonly Problem[], loss: Loss): readonly Problem[] {
  return problems.filter(({ code }) => !told[loss].has(code));
}
