import type { Sources } from "../../read/reader.js";
import { child, type Node } from "../../read/source.js";
import { codeIn } from "../../runtime/coded-item.js";
import { chooseEnvelope } from "../../runtime/envelope.js";
import { hasWords } from "../../runtime/text.js";
import { codesOf } from "../definitions/codes-of-schema.js";
import { branchesOf } from "../document/alternatives.js";
import type { MediaNode, ResponseNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { undeclared } from "../infer/bodies.js";
import { type PlacesFor, saysNothing } from "../infer/known-places.js";
import { otherShapes, shownBodies } from "../infer/other-shapes.js";

type Envelope = Settings["envelopes"][number];

/** An alternative of a body and its envelope, before its codes are known. */
export interface PlacedBranch {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly envelope: Envelope | undefined;
  /** Other places that could hold the code, the likeliest first. */
  readonly runnersUp: readonly string[];
}

/** The alternatives of a response's bodies, each with the first declared envelope that fits it, or the one it names. */
export function declaredBranches(
  { node, media }: ResponseNode,
  envelopes: readonly Envelope[],
  placesFor: PlacesFor,
  follow: Sources["follow"],
): PlacedBranch[] {
  return media.flatMap((one): PlacedBranch[] => {
    const branches = branchesOf(one.schema, follow);
    if (saysNothing(branches, placesFor)) return shownBranch(node, one, envelopes, shownBodies(one, branches, follow));
    const placed = branches.map((schema) => {
      const named = namedEnvelope([schema, node], envelopes);
      const { envelope } = named ?? codesOf(schema, envelopes, follow) ?? { envelope: undefined };
      return { media: one, schema, envelope, runnersUp: [] };
    });
    const others = otherShapes(one, branches, placesFor, follow);
    if (others.length === 0) return placed;
    const shown = shownBranch(node, one, envelopes, others);
    return [...placed, ...shown.map((branch) => ({ ...branch, schema: undeclared(one.schema) }))];
  });
}

/** A body that no schema describes is as its examples show it. */
function shownBranch(node: Node, media: MediaNode, envelopes: readonly Envelope[], bodies: readonly Node[]) {
  const examples = bodies.map(({ value }) => value);
  // Of a body that is a text, words are for people.
  const mayHold = (body: unknown, { code }: Envelope) => code !== "" || !hasWords(String(body));
  const statesCode = (one: Envelope) => examples.some((body) => codeIn(body, one) !== undefined && mayHold(body, one));
  const withCode = envelopes.find(statesCode);
  const shown = withCode ?? examples.map((body) => chooseEnvelope(body, envelopes)).find((one) => one !== undefined);
  const named = namedEnvelope([node], envelopes) ?? (shown && { envelope: shown as Envelope });
  return named ? [{ media, schema: media.schema, envelope: named.envelope, runnersUp: [] }] : [];
}

/** The envelope that `x-error` names, where it names one: `null` says that there is none. */
function namedEnvelope(holders: readonly Node[], envelopes: readonly Envelope[]) {
  const names = holders.map((holder) => child(holder, "x-error", "envelope").value);
  const name = names.find((value) => value !== undefined);
  return name === undefined ? undefined : { envelope: envelopes.find((one) => one.name === name) };
}
