import type { Sources } from "../../read/reader.js";
import { child, type Node } from "../../read/source.js";
import { branchesOf } from "../document/alternatives.js";
import type { MediaNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { examplesOf, nodesAt, schemaSamplesAt } from "../evidence/samples.js";
import { isDelay } from "./delay-name.js";
import type { Answer } from "./distinct-answers.js";
import { isRequestId } from "./id-name.js";
import { likenessOf, type PlacesFor, saysNothing } from "./known-places.js";
import { otherShapes, shownBodies, tellsOfError } from "./other-shapes.js";
import type { Place } from "./places.js";
import { placesOfExample } from "./places-of-example.js";
import type { Sample, Shape } from "./shape.js";
import { withTags } from "./tags.js";

type Follow = Sources["follow"];

/** One alternative of a body of an error response, with what the response shows of it. */
export interface Body {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly status: string;
  /** Whether it is no error in particular: what an operation answers on success too. */
  readonly isAnyAnswer: () => boolean;
  readonly examples: readonly Node[];
  readonly places: readonly Place[];
}

/** Every alternative of every body of a response. One without a schema is as its examples show it. */
export function bodiesOf({ response, isAnyAnswer }: Answer, follow: Follow, placesFor: PlacesFor): Body[] {
  return response.media.flatMap((one): Body[] => {
    const { schema } = one;
    const examples = examplesOf(one, follow);
    const branches = branchesOf(schema, follow);
    const bodyWith = (declared: Node, places: readonly Place[]): Body => {
      const base = { media: one, status: response.key, examples };
      return { ...base, schema: declared, places, isAnyAnswer: () => isAnyAnswer(likenessOf(places)) };
    };
    const shown = placesOfExample(examples.map(({ value }) => value));
    if (saysNothing(branches, placesFor)) {
      const bodies = shownBodies(one, branches, follow).map(({ value }) => value);
      return [bodyWith(branches[0] ?? schema, placesOfExample(bodies))];
    }
    const others = otherShapes(one, branches, placesFor, follow);
    const declared = withTags(branches.map(placesFor));
    return [
      ...branches.map((branch, index) =>
        bodyWith(
          branch,
          withShown(declared[index]!, shown, () => mayHoldMore(branch, follow)),
        ),
      ),
      ...(others.length > 0
        ? [{ ...bodyWith(undeclared(schema), placesOfExample(others.map(({ value }) => value))), examples: others }]
        : []),
    ];
  });
}

/** A schema that says nothing, beside one that says something else. */
export function undeclared(schema: Node): Node {
  return { ...child(schema, ""), value: undefined };
}

/**
 * A map says nothing of its members, and a schema that declares no code and no text leaves them open: what examples show
 * there counts where it says something of the error. What to quote and how long to wait counts wherever more may stand.
 */
function withShown(declared: readonly Place[], shown: readonly Place[], isOpen: () => boolean): readonly Place[] {
  const maps = new Set(declared.filter(({ valueTypes }) => valueTypes.length > 0).map(({ pointer }) => pointer));
  const more = shown.filter((place) => tellsOfError(place) || isAside(place));
  if (more.length === 0) return declared;
  const names = new Set(declared.map(({ path }) => path[0]));
  const saysError = declared.some(tellsOfError);
  const mayAdd = (place: Place) => !names.has(place.path[0]) && (isAside(place) || !saysError) && isOpen();
  const added = more.filter((place) => maps.has(holderOf(place)) || mayAdd(place));
  return added.length === 0 ? declared : [...declared, ...added].sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

/** What to quote, or how long to wait. */
function isAside({ path }: Place): boolean {
  const [name = ""] = path;
  return path.length === 1 && (isRequestId(name) || isDelay(name));
}

/** Whether a body may have members that its schema does not declare. */
function mayHoldMore(branch: Node, follow: Follow): boolean {
  return schemasAt(branch, [], follow).every(
    (part) =>
      child(part, "additionalProperties").value !== false && child(part, "unevaluatedProperties").value !== false,
  );
}

function holderOf({ pointer }: Place): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** Bodies that look alike, as one. */
interface Group {
  readonly shape: Shape;
  readonly bodies: readonly Body[];
  readonly unasked: Unasked;
}

/** How many examples of bodies are not asked what stands where, and the first of them. */
export interface Unasked {
  readonly count: number;
  readonly first: Node | undefined;
}

/** Whether bodies share a component or repeat it makes no difference. */
export function shapesOf(bodies: readonly Body[], follow: Follow): Group[] {
  const groups = new Map<string, Body[]>();
  for (const body of bodies) {
    const key = likenessOf(body.places);
    if (!groups.get(key)?.push(body)) groups.set(key, [body]);
  }
  const most = Math.max(minExamples, Math.floor(maxPairs / groups.size));
  return [...groups.values()].map((group) => ({ ...shapeOf(group, most, follow), bodies: group }));
}

/**
 * How many examples all shapes together are asked about, and how many one of them is at the least: thousands of alternatives
 * of one body share thousands of examples, and a few of these show what stands where.
 */
const [maxPairs, minExamples] = [1_000_000, 100];

function shapeOf(bodies: readonly Body[], most: number, follow: Follow): Omit<Group, "bodies"> {
  // One that stands alone elsewhere is told apart by what tells it apart among others.
  const { places } = bodies.find((body) => body.places.some(({ isTag }) => isTag)) ?? bodies[0]!;
  // Alternatives of one body share its examples.
  const answers = new Map(bodies.map(({ examples, status }) => [examples, status]));
  const shown = new Map<unknown, { readonly node: Node; readonly status: string }>();
  let [count, first]: [number, Node | undefined] = [0, undefined];
  for (const [examples, status] of answers) {
    const asked = Math.max(0, most - shown.size);
    for (const node of examples.slice(0, asked)) shown.set(node.value, { node, status });
    count += Math.max(0, examples.length - asked);
    first ??= examples[asked];
  }
  const schemas = new Map(bodies.map(({ schema }) => [follow(schema).value, schema]));
  const samplesAt = ({ path }: Place): Sample[] =>
    [
      ...[...shown.values()].flatMap(({ node, status }) => nodesAt(node, path).map(({ value }) => ({ value, status }))),
      ...[...schemas.values()].flatMap((schema) =>
        schemaSamplesAt(schema, path, follow).map(({ value }) => ({ value, status: undefined })),
      ),
    ].filter(({ value }) => value !== null);
  const statuses = new Set(bodies.map(({ status }) => status));
  const isAnyAnswer = () => bodies.every((body) => body.isAnyAnswer());
  return { shape: { places, samplesAt, statuses, isAnyAnswer }, unasked: { count, first } };
}
