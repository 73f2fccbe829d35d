import type { ErrorObject } from "ajv/dist/2020.js";
import type { Problem } from "../problem/problem.js";
import { byTool } from "../problem/tool.js";
import { valueInvalid } from "../problem/value.js";
import { tokensOf } from "../runtime/pointer.js";
import { ownSchema, ownValidator } from "./own-validators.js";
import { positionOf, problemAt, problemAtKey } from "./position.js";
import { child, isObject, type JsonObject, type Node } from "./source.js";

const judging = { tool: "Ajv", makes: "a judgement of a value", fix: "write less at this place, or in less levels" };

/** What is wrong at a place of a value: the names of members that lead there, the last may be one that is not known. */
export interface Fault {
  readonly problem: Problem;
  readonly path: readonly string[];
  /** Known names where that is: those of the members that may stand there. */
  readonly known: readonly string[];
}

/** Where a value is not as a schema of this program says, by its name. */
export function validate(name: string, node: Node): Problem[] {
  return faultsIn(name, node).map(({ problem }) => problem);
}

/** The same, with what each is about. */
export function faultsIn(name: string, node: Node): Fault[] {
  const check = ownValidator(name);
  const fits = byTool({ ...judging, position: () => positionOf(node) }, () => check(node.value));
  if (fits) return [];
  // A key is reported by its pattern, an unknown member by its name, alternatives by what they have in common.
  const errors = (check.errors ?? []).filter(
    ({ keyword, schemaPath }) => !["$ref", "if", "propertyNames"].includes(keyword) && !/\/anyOf\/\d/.test(schemaPath),
  );
  const places = new Set<string>();
  return errors.flatMap((error) => {
    const place = JSON.stringify([error.instancePath, error.keyword, error.params, error.propertyName]);
    if (places.has(place)) return [];
    places.add(place);
    return [toFault(node, error, ownSchema(name))];
  });
}

function toFault(node: Node, error: ErrorObject, schema: object): Fault {
  const path = tokensOf(error.instancePath);
  const at = child(node, ...path);
  const key: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.propertyName;
  const declared = memberAt(
    schema,
    path.flatMap((name) => ["properties", name]),
  );
  const mayBeList = isObject(declared) && isObject(declared.if) && declared.if.type === "array";
  const isRequired = requiredIn(schema, path);
  const known = knownTo(error, schema);
  const finding = valueInvalid(node.key, path, { ...error, mayBeList, isRequired }, known, key ?? at.value);
  return typeof key === "string"
    ? { problem: problemAtKey(child(at, key), finding), path: [...path, key], known }
    : { problem: problemAt(at, finding), path, known };
}

/** Whether what a path leads to may not be left out. */
function requiredIn(schema: object, path: readonly string[]): boolean {
  const steps = path.slice(0, -1).flatMap((name) => (/^\d+$/.test(name) ? ["items"] : ["properties", name]));
  const holder = memberAt(schema, steps);
  return isObject(holder) && Array.isArray(holder.required) && holder.required.includes(path.at(-1));
}

/** The members that the schema of an unknown or missing one declares, or the items that a list may have. */
function knownTo({ keyword, schema, parentSchema }: ErrorObject, whole: object): string[] {
  if (keyword === "minItems") return itemsOf(parentSchema, whole);
  if (keyword === "anyOf" && Array.isArray(schema)) return schema.flatMap((part) => part.required ?? []);
  const known = { ...referredBy(parentSchema), ...propertiesOf(parentSchema) };
  // Other spellings are read, but not recommended.
  return Object.keys(known).filter((name) => !(isObject(known[name]) && known[name].deprecated === true));
}

/** Where a list is one of names. */
function itemsOf(list: unknown, whole: object): string[] {
  const items = isObject(list) && isObject(list.items) ? list.items : {};
  const at = typeof items.$ref === "string" && items.$ref.startsWith("#/") ? tokensOf(items.$ref.slice(1)) : undefined;
  const named = at ? memberAt(whole, at) : items;
  return isObject(named) && Array.isArray(named.enum) ? named.enum.map(String) : [];
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at: unknown, key) => (isObject(at) ? at[key] : undefined), value);
}

/** What a schema takes over from the one of `x-error`. */
function referredBy(schema: unknown): JsonObject {
  return isObject(schema) && "$ref" in schema ? propertiesOf(ownSchema("x-error").$defs, "error") : {};
}

function propertiesOf(schema: unknown, ...path: readonly string[]): JsonObject {
  const at = memberAt(schema, path);
  return isObject(at) && isObject(at.properties) ? at.properties : {};
}
