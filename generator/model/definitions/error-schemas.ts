import type { Sources } from "../../read/reader.js";
import { identity } from "../../read/source.js";
import { type Bundle, bundleSchemas } from "../document/bundle.js";
import type { Definition } from "./definition.js";
import { openBodiesOf } from "./open-details.js";

// What types can't say, and what is said elsewhere.
const without = new Set(["x-error", "example", "examples", "discriminator"]);

/** The schemas of the errors with all that they refer to, for openapi-typescript. */
export interface ErrorSchemas {
  readonly schemas: Bundle["schemas"];
  /** The name of an error's schema among them, by the identity of its node. */
  readonly names: ReadonlyMap<string, string>;
}

export function errorSchemas(definitions: readonly Definition[], follow: Sources["follow"]): ErrorSchemas {
  const nodes = definitions.flatMap(({ wire, node, responses }) =>
    wire ? [node] : openBodiesOf(responses).map(({ schema }) => schema),
  );
  const { schemas, names } = bundleSchemas(nodes, follow, { prefix: "#/components/schemas/", without });
  return { schemas, names: new Map(nodes.map((node, index) => [identity(node), names[index] ?? ""])) };
}
