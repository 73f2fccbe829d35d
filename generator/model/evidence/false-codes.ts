import { once, thoseOf } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, items } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { FoundCode } from "../definitions/codes.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import type { OperationNode } from "../document/operations.js";
import { isOwnName, isShown } from "../infer/code-value.js";
import { likenessOf, type PlacesFor } from "../infer/known-places.js";
import { type CodeBranch, shownAt } from "./codes-of-examples.js";
import { schemaSamplesAt } from "./samples.js";

type Follow = Sources["follow"];

/** The codes of a branch without those that only look like ones, seen from the document as a whole. */
export type WithoutFalse = (branch: CodeBranch, codes: readonly FoundCode[]) => readonly FoundCode[];

/**
 * No code is what a type of success lists that an error is made of, nor the only URL that a document shows in a place,
 * under several statuses, nor an example that only says the name of its member.
 */
export function falseCodes(
  places: readonly { readonly operation: OperationNode }[],
  branches: readonly (CodeBranch & { readonly key: string })[],
  placesFor: PlacesFor,
  follow: Follow,
): WithoutFalse {
  const successes = once(() => successBodies(places, placesFor));
  const urls = once(() => onlyUrls(branches, follow));
  return ({ schema, pointer }, codes) => {
    if (codes.length === 0) return codes;
    const parts = items(child(schema, "allOf")).filter((part) => successes().has(likenessOf(placesFor(part))));
    const ofSuccess = new Set(
      parts.flatMap((part) => codesAt(part, pointer, follow)).map(({ holder }) => holder.value),
    );
    const name = tokensOf(pointer).at(-1) ?? "";
    const saysNothing = ({ code }: FoundCode) => urls().get(pointer) === code || isOwnName(code, name);
    return thoseOf(codes, (found) => !ofSuccess.has(found.holder.value) && !(isShown(found) && saysNothing(found)));
  };
}

/** What bodies of success declare: whether an error refers to one of them or repeats it makes no difference. */
function successBodies(
  places: readonly { readonly operation: OperationNode }[],
  placesFor: PlacesFor,
): ReadonlySet<string> {
  const operations = new Set(places.map(({ operation }) => operation));
  const responses = [...operations].flatMap((operation) =>
    operation.responses.filter(({ key }) => key.startsWith("2")),
  );
  const bodies = responses.flatMap(({ media }) => media.map(({ schema }) => placesFor(schema)));
  return new Set(bodies.filter(({ length }) => length > 0).map(likenessOf));
}

/** By the pointer: the URL that it shows there under several statuses, where they show no other. */
function onlyUrls(branches: Parameters<typeof falseCodes>[1], follow: Follow): ReadonlyMap<string, string> {
  const shown = new Map<string, Map<string, Set<string>>>();
  const seen = new Map<unknown, Set<string>>();
  for (const { media, schema, pointer, key } of branches) {
    const known = seen.get(media) ?? new Set();
    seen.set(media, known);
    const place = `${key} ${pointer}`;
    // All alternatives of a body share its examples.
    const examples = known.has(place) ? [] : shownAt(media, pointer, follow).keys();
    known.add(place);
    const sampled = schemaSamplesAt(schema, tokensOf(pointer), follow).map(({ value }) => String(value));
    for (const value of [...examples, ...sampled]) {
      const values = shown.get(pointer) ?? new Map<string, Set<string>>();
      shown.set(pointer, values.set(value, (values.get(value) ?? new Set()).add(key)));
    }
  }
  return new Map(
    [...shown].flatMap(([pointer, values]) => {
      const [only, ...others] = values;
      const isUrl = only !== undefined && /^https?:/i.test(only[0]);
      return isUrl && others.length === 0 && only[1].size > 1 ? [[pointer, only[0]] as const] : [];
    }),
  );
}
