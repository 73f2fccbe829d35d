import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import type { Evidence } from "../contract.js";
import { conjunctionOf } from "../document/conjunction.js";
import { discriminated, discriminatorOf, keysTo } from "../document/discriminator.js";
import { memberAt, schemasAt } from "../document/schemas.js";
import { nothingOfCode, saidInList } from "../evidence/code-texts.js";
import { valuesOfPattern } from "../evidence/listing-pattern.js";
import { codeOf, type FoundCode, isCode } from "./codes.js";
import { excludedAt } from "./excluded-codes.js";

type Follow = Sources["follow"];
/** How many schemas are gone through in a row: some lead on and on, and the first list among those counts. */
const maxSteps = 500;

type Allowed = readonly FoundCode[] | undefined;

/**
 * The codes that a schema allows at a place, undefined where it allows any: what all parts of an `allOf` allow, what any
 * of its alternatives does. An alternative without a list beside others with one leaves the list open, and is passed over.
 */
export function allowedAt(schema: Node, tokens: readonly string[], follow: Follow, steps = 0): Allowed {
  const node = follow(conjunctionOf(schema));
  if (!isObject(node.value)) return undefined;
  if (steps > maxSteps)
    return schemasAt(node, tokens, follow)
      .map(listAt)
      .find((list) => list !== undefined);
  const known = resultsFor(node.value);
  const key = tokens.join("/");
  // One that leads back to itself asks for nothing more.
  if (known.has(key)) return known.get(key);
  known.set(key, undefined);
  const result = conjunction(node, tokens, follow, steps + 1);
  known.set(key, result);
  return result;
}

const resultsFor = onceFor((_schema: object) => new Map<string, Allowed>());

function conjunction(node: Node, tokens: readonly string[], follow: Follow, steps: number): Allowed {
  const [token, ...rest] = tokens;
  const member = token === undefined ? undefined : memberAt(node, token);
  const own =
    member === undefined
      ? listAt(node)
      : member.value === undefined
        ? undefined
        : allowedAt(member, rest, follow, steps);
  const parts = items(child(node, "allOf")).map((part) => allowedAt(part, tokens, follow, steps));
  const unions = ["oneOf", "anyOf"].map((keyword) => union(items(child(node, keyword)), tokens, follow, steps));
  // The last ones narrow what those before them allow: a base stands first, and what is said beside it is more precise.
  const listed = without(excludedAt(node, tokens, follow), [...parts, ...unions, own].reduce(narrow, undefined));
  return listed ?? (token !== undefined && rest.length === 0 ? toldApart(node, token, follow) : undefined);
}

/** Where all that is listed would be forbidden, no body could be meant: then nothing is. */
function without(excluded: readonly string[], listed: Allowed): Allowed {
  if (excluded.length === 0 || listed === undefined) return listed;
  const left = listed.filter(({ code }) => !excluded.includes(code));
  return left.length === 0 ? listed : left;
}

/** What a discriminator gives the property, where nothing lists its values: items of a list are no bodies of their own. */
function toldApart(node: Node, property: string, follow: Follow): Allowed {
  if (discriminatorOf(node) !== property) return undefined;
  const options = ["oneOf", "anyOf"].flatMap((keyword) => items(child(node, keyword))).map(follow);
  const told =
    options.length > 0
      ? options.map((schema) => ({ schema, keys: keysTo(node, schema, follow, true) }))
      : discriminated(node, follow);
  const codes = told.flatMap(({ schema, keys }) =>
    keys
      .filter(({ value }) => isCode(value))
      .map(({ value, place }) => ({ ...codeOf(value, "const", { ...place, value }), about: schema })),
  );
  return codes.length === 0 ? undefined : codes;
}

function union(options: readonly Node[], tokens: readonly string[], follow: Follow, steps: number): Allowed {
  const lists = options.flatMap((option) => {
    const list = allowedAt(option, tokens, follow, steps);
    return list === undefined ? [] : [options.length > 1 ? ofAlternative(list, follow(option)) : list];
  });
  const [only, ...others] = lists;
  return others.length === 0 ? only : [...new Map(lists.flat().map((found) => [found.code, found])).values()];
}

/** An alternative that stands for one code is about it: its title and description are the code's. */
function ofAlternative(list: readonly FoundCode[], about: Node): readonly FoundCode[] {
  const [only, ...others] = list;
  if (only === undefined || others.length > 0 || only.about !== undefined || only.evidence !== "const") return list;
  return [{ ...only, about }];
}

/** What both allow; where they have nothing in common, what was said last. */
function narrow(before: Allowed, last: Allowed): Allowed {
  if (before === undefined || before === last) return last;
  if (last === undefined) return before;
  const byCode = new Map(before.map((found) => [found.code, found]));
  const common = last.filter(({ code }) => byCode.has(code));
  if (common.length === 0) return last;
  const evidence: Evidence | undefined = common.length === 1 ? "const" : undefined;
  return common.map((found) => {
    const base = byCode.get(found.code);
    return {
      ...found,
      evidence: evidence ?? found.evidence,
      said: found.said ?? base?.said,
      about: found.about ?? base?.about,
    };
  });
}

/** What a schema itself lists, by its value: the same list for all that refer to it. */
function listAt(node: Node): Allowed {
  return isObject(node.value) ? listFor(node.value)(node) : undefined;
}

const listFor = onceFor((_schema: object) => {
  let made: { readonly list: Allowed } | undefined;
  return (holder: Node): Allowed => {
    made ??= { list: listIn(holder) };
    return made.list;
  };
});

function listIn(holder: Node): Allowed {
  const constant = child(holder, "const").value;
  if (isCode(constant)) return [withDeprecation(codeOf(constant, "const", holder))];
  const listed = items(child(holder, "enum")).map(({ value }) => value);
  const values = (listed.length > 0 ? listed : valuesOfPattern(child(holder, "pattern").value)).filter(isCode);
  if (values.length === 0) return undefined;
  const evidence = values.length === 1 ? "const" : "enum";
  if (values.length === 1) return [withDeprecation(codeOf(values[0]!, evidence, holder))];
  const said = saidInList(holder, values.map(String));
  return values.map((value) => ({ ...codeOf(value, evidence, holder), said: said.get(String(value)) }));
}

/** Where one value is all that is allowed, what is deprecated is that value; of several, it is the member. */
function withDeprecation(found: FoundCode): FoundCode {
  const isDeprecated = child(found.holder, "deprecated").value === true;
  return isDeprecated ? { ...found, said: { ...nothingOfCode, deprecated: true } } : found;
}
