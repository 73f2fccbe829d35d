import { examplesUnasked } from "../../problem/example.js";
import type { Problem } from "../../problem/problem.js";
import { isErrorKey } from "../../read/error-part.js";
import { once, onceFor, onceForEach, thoseOf } from "../../read/made-once.js";
import { problemAt } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { identity, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { Evidence } from "../contract.js";
import type { CodesOfSchema, FoundCode } from "../definitions/codes.js";
import type { MediaNode, OperationNode, ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { type BesideCode, besideCodes } from "../evidence/beside-codes.js";
import { codesOfExamples } from "../evidence/codes-of-examples.js";
import { declaringNames } from "../evidence/declared-names.js";
import { codesOfEntries, type Extensions, readExtensions, wireTypeAt } from "../evidence/extension-codes.js";
import { falseCodes } from "../evidence/false-codes.js";
import { codesDeclared, codesShown, ownSamples } from "../evidence/listed-codes.js";
import { proseCodes } from "../evidence/prose-codes.js";
import { withSaid } from "../evidence/said-of-codes.js";
import { readTables } from "../evidence/table-entries.js";
import { isPlausible, saysStatus } from "../infer/code-value.js";
import { inferEnvelopes } from "../infer/infer-envelopes.js";
import { rememberPlaces } from "../infer/known-places.js";
import { declaredBranches, type PlacedBranch } from "./declared-branches.js";
import { entriesOfShapes } from "./entries-of-shapes.js";
import { bodilessBranches, codesInHeader } from "./header-codes.js";

type Envelope = Settings["envelopes"][number];

/** One alternative of one body. `found` is undefined where no envelope fits it. */
export interface Branch {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly found: CodesOfSchema | undefined;
  /** Codes that are shown, and whose evidence does not count: looked for only where somebody asks. */
  readonly seen: () => readonly FoundCode[];
  /** What its bodies say beside each code, in a document that nobody prepared. */
  readonly beside: () => ReadonlyMap<string, BesideCode>;
  /** Other places that could hold the code, the likeliest first. */
  readonly runnersUp: readonly string[];
}

/** A response of an operation. */
export interface ResponsePlace {
  readonly operation: OperationNode;
  readonly response: ResponseNode;
}

/** The branches of responses, and the envelopes they come in: those that the document declares, else inferred ones. */
export interface Branches {
  readonly envelopes: readonly Envelope[];
  readonly branchesOf: (place: ResponsePlace) => readonly Branch[];
  /** What stands outside of the answers. */
  readonly extensions: Extensions;
  /** Of inferred envelopes: the answers that would be read in another one, were the envelopes declared. */
  readonly misread: () => readonly NamedEnvelope[];
  /** Of inferred envelopes: what was not asked, as it would take too long. */
  readonly problems: readonly Problem[];
}

/** The envelope of an answer by its name, or none. */
export interface NamedEnvelope {
  readonly response: Node;
  readonly envelope: string | null;
}

const nothingBeside = () => new Map<string, BesideCode>();

export function readBranches(
  places: readonly ResponsePlace[],
  operations: readonly OperationNode[],
  settings: Settings,
  sources: Sources,
): Branches {
  const { document, follow } = sources;
  const nodes = distinctResponses(places.map(({ response }) => response));
  const placesFor = rememberPlaces(follow);
  const inferred =
    settings.envelopes.length === 0 ? inferEnvelopes(places, operations, document, placesFor, follow) : undefined;
  const envelopes = inferred?.envelopes ?? settings.envelopes;
  const declared = (response: ResponseNode) => declaredBranches(response, envelopes, placesFor, follow);
  const placedOf = (response: ResponseNode): readonly PlacedBranch[] =>
    inferred ? inferred.branchesOf(response) : declared(response);

  const all = nodes.flatMap((response) => placedOf(response).map((branch) => ({ ...branch, key: response.key })));
  const isOwn = ownSamples(all.flatMap(withPointer), follow);
  const codeSchemas = once(() => schemasOfCodes(all.flatMap(withPointer), follow));
  const declares = once(() => declaringNames(sources, codeSchemas()));
  const isOther = (name: string) => declares()(name);
  const extensionsOf = readExtensions(sources, settings.extensions, readTables(isOther), isErrorKey);
  const counts = ({ evidence }: FoundCode) => settings.evidence.has(evidence);
  const counting = onceFor((codes: readonly FoundCode[]) => thoseOf(codes, counts));
  const others = onceFor((codes: readonly FoundCode[]) => codes.filter((code) => !counts(code)));
  const withoutFalse = falseCodes(places, all.flatMap(withPointer), placesFor, follow);
  const plausible = onceForEach((key) =>
    onceFor((codes: readonly FoundCode[]) => thoseOf(codes, (code) => isPlausible(code) && !saysStatus(code, key))),
  );
  const examplesCount = exampleEvidences.some((evidence) => settings.evidence.has(evidence));
  const readOne = ({ operation, response }: ResponsePlace): readonly Branch[] => {
    const placed = placedOf(response);
    const first = placed.find(({ envelope }) => envelope?.code !== undefined);
    const shownIn = codesOfExamples(
      placed.map((branch) => ({ ...branch, key: response.key })).flatMap(withPointer),
      follow,
    );
    const bodiless = bodilessBranches(response, envelopes, follow);
    const told = (branch: PlacedBranch) => {
      const place = { schema: branch.schema, pointer: branch.envelope?.code ?? "", isFirst: branch === first };
      return extensionsOf.ofBranch(operation, response, place);
    };
    const entriesOf = entriesOfShapes(placed, first, told, follow);
    return [...placed, ...bodiless].flatMap((branch): readonly Branch[] | Branch => {
      const { media, schema, envelope, runnersUp } = branch;
      const withoutBody = { media, schema, seen: () => [], beside: nothingBeside, runnersUp };
      if (envelope === undefined) return { ...withoutBody, found: undefined };
      // Where a document declares the place, all that stands there is a code.
      const likely = (codes: readonly FoundCode[]) => (inferred ? plausible(response.key)(codes) : codes);
      if (envelope.code === undefined || media.type === "")
        return codesInHeader(response, envelope, follow).map((codes) => ({
          ...withoutBody,
          found: { envelope, codes: counting(likely(codes)) },
        }));
      const place = { media, schema, pointer: envelope.code, isDeclared: inferred === undefined };
      const entries = entriesOf(branch);
      const listed = entries.length === 0 ? [] : codesOfEntries(entries, wireTypeAt(schema, envelope.code, follow));
      const declared = () => codesDeclared(place, response, listed, follow);
      const shown = () => {
        const more = branch === first ? [...listed, ...proseCodes(response.node, isOther)] : listed;
        return codesShown(place, response, more, shownIn(place), isOwn, follow);
      };
      const said = (codes: readonly FoundCode[]) => withSaid(withoutFalse(place, likely(codes)), entries);
      const codes = counting(said(examplesCount ? shown() : declared()));
      const beside = once(() => besideCodes({ ...place, message: envelope.message }, response.key, codes, follow));
      const seen = once(() => others(said(shown())));
      return { media, schema, found: { envelope, codes }, seen, beside: inferred ? beside : nothingBeside, runnersUp };
    });
  };
  // Most responses are shared components, and few operations say more of them: each is read once.
  const shared = new Map<string, readonly Branch[]>();
  const read = (place: ResponsePlace): readonly Branch[] => {
    if (extensionsOf.tellsOf(place.operation)) return readOne(place);
    const key = `${place.response.key} ${identity(place.response.node)}`;
    const known = shared.get(key) ?? readOne(place);
    shared.set(key, known);
    return known;
  };
  const misread = () =>
    inferred ? nodes.flatMap((node) => misreadAs(inferred.branchesOf(node), declared(node), node)) : [];
  const { count = 0, first } = inferred?.unasked ?? {};
  const problems = first === undefined ? [] : [problemAt(first, examplesUnasked(count))];
  return { envelopes, branchesOf: read, extensions: extensionsOf, misread, problems };
}

/** What stands in no schema and no extension. It is weaker than these, and so changes nothing where it does not count. */
const exampleEvidences: readonly Evidence[] = ["response-example", "schema-sample", "prose"];

/** The envelope that was inferred, where a declared one would be another. An answer of several can name but one. */
function misreadAs(inferred: readonly PlacedBranch[], declared: readonly PlacedBranch[], { node }: ResponseNode) {
  const names = inferred.map(({ envelope }) => envelope?.name ?? null);
  const isSame = names.every((name, index) => name === (declared[index]?.envelope?.name ?? null));
  const [envelope = null, ...others] = new Set(names);
  return isSame || others.length > 0 ? [] : [{ response: node, envelope }];
}

/** Each response once for each status that it stands under. */
function distinctResponses(responses: readonly ResponseNode[]): ResponseNode[] {
  const byPlace = new Map(responses.map((response) => [`${response.key} ${identity(response.node)}`, response]));
  return [...byPlace.values()];
}

function withPointer({ media, schema, envelope, key }: PlacedBranch & { readonly key: string }) {
  return envelope?.code === undefined ? [] : [{ media, schema, pointer: envelope.code, key }];
}

/** The schemas that describe codes: what their enums list is no name of anything else. */
function schemasOfCodes(places: ReturnType<typeof withPointer>, follow: Sources["follow"]): ReadonlySet<unknown> {
  const schemas = places.flatMap(({ schema, pointer }) => schemasAt(schema, tokensOf(pointer), follow));
  return new Set(schemas.map(({ value }) => value));
}
