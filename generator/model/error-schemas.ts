import type { Sources } from "../read/reader.js";
import { type Bundle, bundleSchemas } from "./bundle.js";
import type { Definition } from "./definitions.js";

// What types can't say, and what is said elsewhere.
const without = new Set(["x-error", "example", "examples", "discriminator"]);

/** The schemas of the errors with all that they refer to, for openapi-typescript. */
export function errorSchemas(definitions: readonly Definition[], follow: Sources["follow"]): Bundle["schemas"] {
  const schemas = definitions.filter(({ wire }) => wire).map(({ node }) => node);
  return bundleSchemas(schemas, follow, { prefix: "#/components/schemas/", without }).schemas;
}
