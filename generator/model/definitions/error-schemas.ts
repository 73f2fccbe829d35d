import type { Sources } from "../../read/reader.js";
import { identity, type Node } from "../../read/source.js";
import { type Bundle, bundleSchemas } from "../document/bundle.js";
import type { Definition } from "./definition.js";
import { lastPart } from "./humanise.js";
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
  const found = definitions.flatMap(({ code, wire, node, bodies, responses }) => {
    const schemas = (wire ? bodies : openBodiesOf(responses))?.map(({ schema }) => schema) ?? [node];
    return schemas.map((schema) => ({ code, wire, schema }));
  });
  const nodes = found.map(({ schema }) => schema);
  const called = bodyNames(found);
  const { schemas, names } = bundleSchemas(nodes, follow, { prefix: "#/components/schemas/", without, called });
  return { schemas, names: new Map(nodes.map((node, index) => [identity(node), names[index] ?? ""])) };
}

interface Body {
  readonly code: string;
  readonly wire: boolean;
  readonly schema: Node;
}

/** A schema in the middle of a response has no name: it is called after the only code that it is the body of. */
function bodyNames(found: readonly Body[]): string[] {
  const codes = new Map<string, Set<string>>();
  // Where it has codes, the status is one more thing that it may mean.
  for (const { code, wire, schema } of [...found].sort((a, b) => Number(b.wire) - Number(a.wire))) {
    const own = codes.get(identity(schema));
    if (own === undefined) codes.set(identity(schema), new Set([code]));
    else if (wire || [...own].every((other) => other.startsWith("http_"))) own.add(code);
  }
  return found.map(({ schema }) => {
    const [code = "", ...others] = codes.get(identity(schema)) ?? [];
    return `${others.length > 0 ? "Error" : nameOfWords(lastPart(code))}Body`;
  });
}

/** `no_such_parcel` gives `NoSuchParcel`, a number `Code4`. */
function nameOfWords(code: string): string {
  const words = code.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `Code${name}`;
}
