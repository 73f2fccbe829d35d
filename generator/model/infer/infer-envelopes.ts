import type { Sources } from "../../read/reader.js";
import type { Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { MediaNode, OperationNode, ResponseNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { type Body, bodiesOf, shapesOf, type Unasked } from "./bodies.js";
import { codePlaces, listsNames, withNames } from "./code-place.js";
import { distinctAnswers } from "./distinct-answers.js";
import { envelopeOf } from "./envelope-places.js";
import { headerRoles } from "./header-roles.js";
import type { PlacesFor } from "./known-places.js";
import { type Candidate, inOrder, mergeEnvelopes } from "./merge-envelopes.js";
import { oauthBeside } from "./oauth-beside.js";
import { mayLackCode } from "./optional-code.js";
import type { Place } from "./places.js";
import { successEnvelope } from "./success-envelope.js";
import { weightsOfTexts, withoutTexts } from "./texts-elsewhere.js";

type Envelope = Settings["envelopes"][number];

/** What was found out about the bodies of a document that does not tell. */
export interface Inferred {
  /** In the order in which a parser has to try them. */
  readonly envelopes: readonly Envelope[];
  /** The alternatives of a response's bodies, each with its envelope; undefined where none was found. */
  readonly branchesOf: (response: ResponseNode) => readonly InferredBranch[];
  /** Of the bodies that look alike of which most examples were not asked. */
  readonly unasked: Unasked;
}

export interface InferredBranch {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly envelope: Envelope | undefined;
  /** Other places that could hold the code, the likeliest first. */
  readonly runnersUp: readonly string[];
}

/** The envelopes that `x-error-contract` would have told, found in the schemas and examples of the error responses. */
export function inferEnvelopes(
  responses: readonly { readonly operation: OperationNode; readonly response: ResponseNode }[],
  operations: readonly OperationNode[],
  document: Node,
  placesFor: PlacesFor,
  follow: Sources["follow"],
): Inferred {
  const weightOf = new Map<Body, number>();
  const byMedia = new Map<unknown, Body[]>();
  const bodies = distinctAnswers(responses, placesFor, follow).flatMap((answer) => {
    const { value } = answer.response.node;
    const own = bodiesOf(answer, follow, placesFor);
    for (const body of own) weightOf.set(body, answer.weight);
    byMedia.set(value, [...(byMedia.get(value) ?? []), ...own]);
    return own;
  });
  const shapes = shapesOf(bodies, follow).map((one) => ({
    ...one,
    found: codePlaces(one.shape),
    weight: one.bodies.reduce((sum, body) => sum + (weightOf.get(body) ?? 0), 0),
  }));
  const listed = new Set(shapes.flatMap(({ found }) => (listsNames(found) ? found.slice(0, 1) : [])).map(pointerOf));
  const texts = weightsOfTexts(shapes);
  const candidates = shapes.flatMap(({ shape, bodies: group, found, weight }): Candidate[] => {
    const possible = withoutTexts(found.length > 0 ? found : codePlaces(shape, listed), shape, weight, texts);
    const [code, ...others] = withNames(possible, listed);
    const two = oauthBeside(shape, code, group, follow);
    const own = {
      pointers: envelopeOf(two?.own ?? shape, code),
      places: shape.places,
      weight,
      runnersUp: others.map(({ pointer }) => pointer),
      bodies: group,
    };
    return two ? [own, two.oauth] : [own];
  });
  const { codeHeader } = headerRoles(
    responses.map(({ response }) => response),
    follow,
  );
  const merged = inOrder(mergeEnvelopes(candidates)).map(({ name, pointers, members }) => {
    const optional = members.some(({ bodies: group }) => mayLackCode(group, pointers.code, follow));
    const said = {
      name,
      ...pointers,
      ...(optional ? { codeOptional: true } : {}),
      ...(codeHeader ? { codeHeader } : {}),
    };
    return { envelope: { ...said, node: document }, members };
  });
  const found = new Map(
    merged.flatMap(({ envelope, members }) =>
      members.flatMap(({ bodies: group, runnersUp }) => group.map((body) => [body, { envelope, runnersUp }] as const)),
    ),
  );
  // Where no answer has a body, a header may say the code all the same.
  const alone = codeHeader !== undefined && merged.length === 0 ? [{ name: "header", codeHeader, node: document }] : [];
  const isSaid = merged.length > 0 || alone.length > 0;
  const ofSuccess = isSaid ? undefined : successEnvelope(operations, placesFor, follow);
  const told = ofSuccess ? [{ name: tokensOf(ofSuccess.code ?? "")[0] ?? "errors", ...ofSuccess, node: document }] : [];
  return {
    unasked: shapes.map(({ unasked }) => unasked).reduce((most, one) => (one.count > most.count ? one : most), none),
    envelopes: [...merged.map(({ envelope }) => envelope), ...alone, ...told],
    branchesOf: (response) =>
      (byMedia.get(response.node.value) ?? [])
        .filter(({ status }) => status === response.key)
        .map((body) => ({
          media: body.media,
          schema: body.schema,
          envelope: found.get(body)?.envelope,
          runnersUp: found.get(body)?.runnersUp ?? [],
        })),
  };
}

const none: Unasked = { count: 0, first: undefined };

function pointerOf({ pointer }: Place): string {
  return pointer;
}
