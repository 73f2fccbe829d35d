import type { ErrorObject } from "ajv/dist/2020.js";
import type { ExampleNode } from "../model/answers/examples.js";
import { type Bundle, bundleSchemas } from "../model/document/bundle.js";
import { schemaInvalid } from "../problem/contract.js";
import { exampleBreaksSchema, examplesUnproven } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { byTool } from "../problem/tool.js";
import { metaSchema, ownValidator } from "../read/own-validators.js";
import { positionOf, problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";
import { schemaPrefix } from "./schema-shape.js";
import { type Judgement, validatorsOf } from "./schema-validators.js";

// A pattern of a document is documentation: run, it could take forever. The exclusive limits were booleans in OpenAPI 3.0.
const without = new Set([
  "exclusiveMaximum",
  "exclusiveMinimum",
  "pattern",
  "patternProperties",
  "discriminator",
  "example",
  "examples",
  "x-error",
  "$id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
]);

const fix = "look for an odd keyword in the schema of an error, and write it in a plainer way";
const compiling = { tool: "Ajv", makes: "a validator", fix };
const judging = { tool: "Ajv", makes: "a judgement of this example", fix };

/** What was found, and the examples that fit. */
export interface ProvenSchemas {
  readonly problems: readonly Problem[];
  readonly sound: readonly ExampleNode[];
  /** What is wrong with another body in the place of an example; undefined where it fits, or nothing says. */
  readonly judge: (example: ExampleNode, body: unknown) => string | undefined;
}

/**
 * Every example that breaks the schema it stands under. Patterns and formats are not run. An example that is of no
 * error was found wrong before.
 */
export function proveSchemas(examples: readonly ExampleNode[], { follow }: Sources): ProvenSchemas {
  const judged = examples.filter(hasMediaSchema).filter(({ owner }) => owner !== undefined);
  const schemas = judged.map(({ mediaSchema }) => mediaSchema);
  const named = bundleSchemas(schemas, follow, { prefix: schemaPrefix, without });
  const bundle = named.bundle();
  const invalid = checkSchemas(bundle);
  if (invalid.length > 0) return { problems: invalid, sound: examples, judge: () => undefined };
  const judgementsOf = byTool(compiling, () => validatorsOf(bundle.schemas, named.names));
  const names = new Map<ExampleNode, string | undefined>(judged.map((example, i) => [example, named.names[i]]));
  const judgementOf = (example: ExampleNode, body: unknown): Judgement | undefined => {
    const name = names.get(example);
    const task = { ...judging, position: () => positionOf(example.node) };
    return name === undefined ? { errors: [] } : byTool(task, () => judgementsOf(name, body));
  };
  const broken = new Map<ExampleNode, Problem>();
  const unproven: ExampleNode[] = [];
  for (const example of judged) {
    const judgement = judgementOf(example, example.node.value);
    const fault = mostTelling(judgement?.errors ?? []);
    if (judgement === undefined) unproven.push(example);
    if (fault) broken.set(example, toProblem(example.node, fault, judgement?.saidBySomeOf));
  }
  const judge = (example: ExampleNode, body: unknown): string | undefined => {
    const fault = mostTelling(judgementOf(example, body)?.errors ?? []);
    return fault && reasonOf(fault);
  };
  const told = unproven.slice(0, 1).map(({ node }) => problemAt(node, examplesUnproven(unproven.length)));
  return { problems: [...broken.values(), ...told], sound: examples.filter((example) => !broken.has(example)), judge };
}

/** Schemas that are none, one problem at each place. */
function checkSchemas({ schemas, origins }: Bundle): Problem[] {
  const judge = ownValidator(metaSchema);
  if (byTool(compiling, () => judge({ $defs: schemas }))) return [];
  const places = new Map<string, Problem>();
  for (const { instancePath, params } of judge.errors ?? []) {
    const [, name = "", ...path] = tokensOf(instancePath);
    const at = child(origins.get(name)!, ...path);
    const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
    if (!places.has(instancePath) || allowed.length > 0)
      places.set(instancePath, problemAt(at, schemaInvalid(path.at(-1) ?? name, at.value, allowed, params.type)));
  }
  return [...places.values()];
}

function toProblem(node: Node, error: ErrorObject, all: Judgement["saidBySomeOf"]): Problem {
  const path = tokensOf(error.instancePath);
  const finding = exampleBreaksSchema(path.join("."), reasonOf(error), all);
  const extra: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  const at = child(node, ...path);
  return typeof extra === "string" ? problemAtKey(child(at, extra), finding) : problemAt(at, finding);
}

/** What the validator says, with the values that it leaves out. */
function reasonOf({ keyword, params, message = "does not fit" }: ErrorObject): string {
  switch (keyword) {
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case "enum":
      return `must be one of ${JSON.stringify(params.allowedValues)}`;
    case "type":
      return `must be of type ${[params.type].flat().join(" or ")}`;
    case "required":
      return `has no \`${params.missingProperty}\``;
    case "additionalProperties":
    case "unevaluatedProperties":
      return `has an undeclared member \`${params.additionalProperty ?? params.unevaluatedProperty}\``;
    default:
      return message;
  }
}

function hasMediaSchema(example: ExampleNode): example is ExampleNode & { readonly mediaSchema: Node } {
  return example.mediaSchema !== undefined && example.node.value !== undefined;
}

/** Of the failures of all alternatives, the one deepest in the body: the alternative that was meant fits best. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath, keyword }: ErrorObject) =>
    instancePath.split("/").length - (keyword === "const" ? 0.5 : keyword === "anyOf" || keyword === "oneOf" ? 1 : 0);
  return [...errors].sort((a, b) => depth(b) - depth(a))[0];
}
