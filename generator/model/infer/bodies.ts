import { createHash } from "node:crypto";
import type { Sources } from "../../read/reader.js";
import { isObject, type Node } from "../../read/source.js";
import type { MediaNode } from "../operations.js";
import { branchesOf } from "../schemas.js";
import { onceFor } from "../shared-lists.js";
import type { Sample, Shape } from "./code-place.js";
import type { Answer } from "./distinct-answers.js";
import { type Place, placesOf } from "./places.js";
import { placesOfExample } from "./places-of-example.js";
import { examplesOf, nodesAt, schemaSamplesAt } from "./samples.js";

type Follow = Sources["follow"];

/** One alternative of a body of an error response, with what the response shows of it. */
export interface Body {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly status: string;
  /** Whether it is no error in particular: what an operation answers on success too. */
  readonly isAnyAnswer: boolean;
  readonly examples: readonly Node[];
  readonly places: readonly Place[];
}

/** Every alternative of every body of a response. One without a schema is as its examples show it. */
export function bodiesOf({ response, isAnyAnswer }: Answer, follow: Follow, placesFor: PlacesFor): Body[] {
  return response.media.flatMap((one): Body[] => {
    const { schema } = one;
    const examples = examplesOf(one, follow);
    const branches = branchesOf(schema, follow);
    const saysNothing = branches.every((branch) => !isObject(branch.value) || placesFor(branch).length === 0);
    const bodyWith = (declared: Node, places: readonly Place[]): Body => {
      const base = { media: one, status: response.key, examples };
      return { ...base, schema: declared, places, isAnyAnswer: isAnyAnswer(likenessOf(places)) };
    };
    if (!saysNothing) return branches.map((branch) => bodyWith(branch, placesFor(branch)));
    return [bodyWith(branches[0] ?? schema, placesOfExample(examples.map(({ value }) => value)))];
  });
}

export type PlacesFor = (schema: Node) => readonly Place[];

/** The places of each schema, found once: most are shared. */
export function rememberPlaces(follow: Follow): PlacesFor {
  const known = new Map<unknown, readonly Place[]>();
  return (schema) => {
    const { value } = follow(schema);
    const places = known.get(value) ?? placesOf(schema, follow);
    known.set(value, places);
    return places;
  };
}

/** Bodies that look alike, as one: whether they share a component or repeat it makes no difference. */
export function shapesOf(
  bodies: readonly Body[],
  follow: Follow,
): { readonly shape: Shape; readonly bodies: Body[] }[] {
  const groups = new Map<string, Body[]>();
  for (const body of bodies) {
    const key = likenessOf(body.places);
    if (!groups.get(key)?.push(body)) groups.set(key, [body]);
  }
  return [...groups.values()].map((group) => ({ shape: shapeOf(group, follow), bodies: group }));
}

/** The same for bodies that declare the same. */
export const likenessOf = onceFor((places: readonly Place[]) =>
  JSON.stringify(places.map((place) => ({ ...place, literals: digestOf(place.literals) }))),
);

/** Of a list that may be long, and that hundreds of bodies may share. */
const digestOf = onceFor((list: readonly unknown[]) => createHash("sha256").update(JSON.stringify(list)).digest("hex"));

function shapeOf(bodies: readonly Body[], follow: Follow): Shape {
  const { places } = bodies[0]!;
  const shown = new Map(
    bodies.flatMap(({ examples, status }) => examples.map((node) => [node.value, { node, status }])),
  );
  const schemas = new Map(bodies.map(({ schema }) => [follow(schema).value, schema]));
  const samplesAt = ({ path }: Place): Sample[] => [
    ...[...shown.values()].flatMap(({ node, status }) => nodesAt(node, path).map(({ value }) => ({ value, status }))),
    ...[...schemas.values()].flatMap((schema) =>
      schemaSamplesAt(schema, path, follow).map(({ value }) => ({ value, status: undefined })),
    ),
  ];
  const statuses = new Set(bodies.map(({ status }) => status));
  return { places, samplesAt, statuses, isAnyAnswer: bodies.every((body) => body.isAnyAnswer) };
}
