import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { bundleSchemas } from "../model/bundle.js";
import type { ExampleNode } from "../model/examples.js";
import { exampleBreaksSchema } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";

// A pattern of a document is documentation: run, it could take forever.
const without = new Set([
  "pattern",
  "patternProperties",
  "discriminator",
  "example",
  "examples",
  "x-error",
  "$id",
  "$schema",
]);

/** Every example that breaks the schema it stands under. Patterns and formats are not run. */
export function proveSchemas(examples: readonly ExampleNode[], { follow }: Sources): Problem[] {
  const judged = examples.filter(hasMediaSchema);
  const schemas = judged.map(({ mediaSchema }) => mediaSchema);
  const bundle = bundleSchemas(schemas, follow, { prefix: "#/$defs/", without });
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, logger: false });
  ajv.addSchema({ $id: "document", $defs: bundle.schemas });
  return judged.flatMap(({ node }, index) => {
    const validate = ajv.getSchema(`document#/$defs/${bundle.names[index]}`);
    if (!validate || validate(node.value)) return [];
    const error = mostTelling(validate.errors ?? []);
    const path = tokensOf(error.instancePath);
    return [problemAt(child(node, ...path), exampleBreaksSchema(path.join("."), error.message ?? "it does not fit"))];
  });
}

function hasMediaSchema(example: ExampleNode): example is ExampleNode & { readonly mediaSchema: Node } {
  return example.mediaSchema !== undefined && example.node.value !== undefined;
}

/** Of the failures of all alternatives, the one deepest in the body: the alternative that was meant fits best. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject {
  const depth = ({ instancePath, keyword }: ErrorObject) =>
    instancePath.split("/").length - (keyword === "const" ? 0.5 : keyword === "anyOf" || keyword === "oneOf" ? 1 : 0);
  return [...errors].sort((a, b) => depth(b) - depth(a))[0]!;
}
