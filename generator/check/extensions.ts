import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { errorMisplaced, valueInvalid } from "../problem/contract.js";
import type { Problem } from "../problem/problem.js";
import { problemAt, problemAtKey } from "../read/position.js";
import { child, type Node } from "../read/source.js";
import { structureOf } from "../read/walk.js";
import { tokensOf } from "../runtime/pointer.js";
import errorSchema from "../schema/x-error.schema.json" with { type: "json" };
import contractSchema from "../schema/x-error-contract.schema.json" with { type: "json" };

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, verbose: true });
const validateContract = ajv.compile(contractSchema);
const validateError = ajv.compile(errorSchema);

/** Whether `x-error-contract` and every `x-error` hold what their JSON Schemas say, and stand where they mean something. */
export function checkExtensions(document: Node): Problem[] {
  const contract = child(document, "x-error-contract");
  const problems = contract.value === undefined ? [] : validate(validateContract, contract);
  for (const node of structureOf(document)) {
    const error = child(node, "x-error");
    if (error.value === undefined) continue;
    if (isSchema(node.pointer) || isResponse(node.pointer)) problems.push(...validate(validateError, error));
    else problems.push(problemAtKey(error, errorMisplaced()));
  }
  return problems;
}

function isSchema(pointer: readonly string[]): boolean {
  return pointer.length === 3 && pointer[0] === "components" && pointer[1] === "schemas";
}

function isResponse(pointer: readonly string[]): boolean {
  return pointer.at(-2) === "responses";
}

function validate(check: ValidateFunction, node: Node): Problem[] {
  if (check(node.value)) return [];
  // A failed alternative or reference is reported by what failed inside it.
  const errors = (check.errors ?? []).filter(({ keyword }) => !["anyOf", "$ref", "if"].includes(keyword));
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
  const extra: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.propertyName;
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const finding = valueInvalid(node.pointer.at(-1) ?? "", path, error, known, at.value);
  return typeof extra === "string" ? problemAtKey(child(at, extra), finding) : problemAt(at, finding);
}
