import { createRequire } from "node:module";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { contractMistyped, errorMisplaced } from "../problem/contract.js";
import type { Problem } from "../problem/problem.js";
import { suggest } from "../problem/suggest.js";
import { valueInvalid } from "../problem/value.js";
import { problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, isObject, members, type Node, pointerOf } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";

const require = createRequire(import.meta.url);
// From the built program too: the schemas are shipped as they are.
const contractSchema = require("../../generator/schema/x-error-contract.schema.json") as object;
const errorSchema = require("../../generator/schema/x-error.schema.json") as {
  readonly $defs: { readonly error: { readonly properties: object } };
};
const validators = new Map<object, ValidateFunction>();

/**
 * Whether `x-error-contract` and every `x-error` hold what their JSON Schemas say, and stand where they mean something.
 * `nodes`: where they are looked for.
 */
export function checkExtensions(nodes: readonly Node[], { document }: Sources): Problem[] {
  const contract = child(document, "x-error-contract");
  const problems = contract.value === undefined ? mistyped(document) : validate(contractSchema, contract);
  for (const node of nodes) {
    const error = child(node, "x-error");
    if (error.value === undefined) continue;
    // In another file the place says nothing: its schemas and responses may stand anywhere.
    const placed = isPlaced(node) || node.source !== document.source;
    if (placed) problems.push(...validate(errorSchema, error));
    else problems.push(problemAtKey(error, errorMisplaced()));
  }
  return problems;
}

/** A root extension that is almost ours: without a word it would count as none. */
function mistyped(document: Node): Problem[] {
  return members(document)
    .filter(([key]) => suggest(key, ["x-error-contract"]) !== undefined)
    .map(([key, node]) => problemAtKey(node, contractMistyped(key)));
}

/** Whether a node is a schema of the components, or to a response. */
function isPlaced(node: Node): boolean {
  const pointer = pointerOf(node);
  const isSchema = pointer.length === 3 && pointer[0] === "components" && pointer[1] === "schemas";
  return isSchema || pointer.at(-2) === "responses";
}

function validatorOf(schema: object): ValidateFunction {
  // What is wrong with our own schemas, the tests find.
  const own = { meta: false, validateSchema: false };
  const strict = { strict: true, strictTypes: false, strictRequired: false };
  const known =
    validators.get(schema) ?? new Ajv2020({ ...own, ...strict, allErrors: true, verbose: true }).compile(schema);
  validators.set(schema, known);
  return known;
}

function validate(schema: object, node: Node): Problem[] {
  const check = validatorOf(schema);
  if (check(node.value)) return [];
  // A key is reported by its pattern, an unknown member by its name, alternatives by what they have in common.
  const errors = (check.errors ?? []).filter(
    ({ keyword, schemaPath }) => !["$ref", "if", "propertyNames"].includes(keyword) && !/\/anyOf\/\d/.test(schemaPath),
  );
  const places = new Set<string>();
  return errors.flatMap((error) => {
    const place = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    if (places.has(place)) return [];
    places.add(place);
    return [toProblem(node, error)];
  });
}

function toProblem(node: Node, error: ErrorObject): Problem {
  const path = tokensOf(error.instancePath);
  const at = child(node, ...path);
  const key: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.propertyName;
  const finding = valueInvalid(node.key, path, error, knownTo(error), key ?? at.value);
  return typeof key === "string" ? problemAtKey(child(at, key), finding) : problemAt(at, finding);
}

/** The members that the schema of an unknown or missing one declares. */
function knownTo({ keyword, schema, parentSchema }: ErrorObject): string[] {
  if (keyword === "anyOf" && Array.isArray(schema)) return schema.flatMap((part) => part.required ?? []);
  const referred = isObject(parentSchema) && "$ref" in parentSchema ? errorSchema.$defs.error.properties : {};
  return [...Object.keys(referred), ...Object.keys(parentSchema?.properties ?? {})];
}
