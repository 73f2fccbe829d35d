import type { Problem } from "../problem/problem.js";
import { referenceToOther } from "../problem/references.js";
import { suggest } from "../problem/suggest.js";
import { methods } from "../read/error-part.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, isObject, keysOf, members, type Node } from "../read/source.js";
import { schemaMaps } from "../read/vocabulary.js";
import { escapeToken } from "../runtime/pointer.js";

/** What may stand at a place, and by which members it is known. */
interface Kind {
  readonly name: string;
  readonly known: readonly string[];
}

const item: Kind = {
  name: "path",
  known: [...methods, "additionalOperations", "parameters", "servers", "summary", "description"],
};
const response: Kind = { name: "answer", known: ["description", "content", "headers", "links", "summary"] };
const body: Kind = {
  name: "body",
  known: ["schema", "example", "examples", "encoding", "itemSchema", "prefixEncoding", "itemEncoding"],
};
const header: Kind = {
  name: "header",
  known: ["schema", "content", "description", "example", "examples", "required", "deprecated", "style", "explode"],
};
const ofSchemas = `
  type properties required items enum const allOf anyOf oneOf not format nullable title description default example
  examples deprecated readOnly writeOnly discriminator additionalProperties patternProperties propertyNames minProperties
  maxProperties externalDocs xml dependentSchemas dependentRequired unevaluatedProperties unevaluatedItems prefixItems
  contains minContains maxContains minItems maxItems uniqueItems minLength maxLength pattern minimum maximum
  exclusiveMinimum exclusiveMaximum multipleOf if then else contentEncoding contentMediaType contentSchema definitions
  $defs $schema $id $anchor $dynamicAnchor $dynamicRef $comment $vocabulary`;
const schema: Kind = { name: "schema", known: ofSchemas.trim().split(/\s+/) };
/** All that may stand in a schema. */
export const keywords: ReadonlySet<string> = new Set([...schema.known, "$ref", "$recursiveRef", "$recursiveAnchor"]);

const byMap: Readonly<Record<string, Kind>> = { paths: item, responses: response, content: body, headers: header };
/** What things of several kinds have. */
const ofAll = new Set(["title", "summary", "description"]);
const schemaLists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);

/**
 * Every reference to something else than belongs there: a file of many answers where one is meant, a whole document, a
 * number. Nothing of it would be read, and its errors would be missing without a word.
 */
export function checkPlaces(nodes: readonly Node[], { step }: Sources): Problem[] {
  return nodes.flatMap((node) => {
    const next = step(node);
    const kind = next && "target" in next ? kindAt(node) : undefined;
    if (!kind || !next || !("target" in next) || fits(next.target.value, kind)) return [];
    const written = child(node, "$ref");
    const reference = String(written.value);
    const holds = keysOf(next.target).slice(0, 3);
    const meant = members(next.target).filter(([, member]) => isObject(member.value) && fits(member.value, kind));
    const below = meant.slice(0, 3).map(([key]) => `${reference.replace(/#?\/?$/, "#/")}${tokenOf(key)}`);
    return [problemAt(written, referenceToOther(reference, kind.name, holds, reference.includes("#/") ? [] : below))];
  });
}

/** Whether a schema stands there, one of the components too. */
export function isSchema(node: Node): boolean {
  const { parent } = node;
  const isComponent = parent?.key === "schemas" && parent.parent?.key === "components";
  return isComponent || kindAt(node)?.name === "schema";
}

/** What belongs at a place; undefined where the way to it does not say. */
function kindAt({ key, parent }: Node): Kind | undefined {
  if (!parent) return undefined;
  const isInSchema = parent.parent !== undefined && schemaMaps.has(parent.parent.key);
  if (!isInSchema && Object.hasOwn(byMap, parent.key)) return byMap[parent.key];
  const isMeant = key === "schema" || key === "items" || schemaLists.has(parent.key) || schemaMaps.has(parent.key);
  return isMeant ? schema : undefined;
}

/**
 * By one member that only such a thing has, or that is almost one, which is told by itself; or where it has no others than
 * such a thing may have. What is empty says nothing wrong.
 */
function fits(value: unknown, { name, known }: Kind): boolean {
  if (!isObject(value)) return name === "schema" && typeof value === "boolean";
  if (typeof value.openapi === "string") return false;
  const keys = Object.keys(value).filter((key) => !key.startsWith("x-"));
  const own = known.filter((key) => !ofAll.has(key));
  return (
    keys.every((key) => known.includes(key)) || keys.some((key) => key === "$ref" || suggest(key, own) !== undefined)
  );
}

/** A name as it stands in a reference, which is a URI. */
function tokenOf(name: string): string {
  return encodeURI(escapeToken(name)).replaceAll("#", "%23");
}
