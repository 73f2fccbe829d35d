import { onceFor } from "../../read/made-once.js";
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
  readonly schemas: () => Bundle["schemas"];
  /** The name of an error's schema among them, by the identity of its node. */
  readonly names: ReadonlyMap<string, string>;
}

export function errorSchemas(definitions: readonly Definition[], follow: Sources["follow"]): ErrorSchemas {
  const found = definitions.flatMap(({ code, wire, node, bodies, responses }) => {
    const schemas = (wire ? bodies : openBodiesOf(responses))?.map(({ schema }) => schema) ?? [node];
    return schemas.map((schema) => ({ code, wire, schema }));
  });
  const called = bodyNames(found);
  const nodes = new Map(found.map(({ schema }) => [identityOnce(schema), schema]));
  const { names, bundle } = bundleSchemas([...nodes.values()], follow, {
    ...{ prefix: "#/components/schemas/", without },
    called: [...nodes.keys()].map((id) => called.get(id) ?? ""),
  });
  return {
    schemas: () => bundle().schemas,
    names: new Map([...nodes.keys()].map((id, index) => [id, names[index] ?? ""])),
  };
}

/** Hundreds of codes may have the same hundreds of bodies. */
const identityOnce = onceFor(identity);

interface Body {
  readonly code: string;
  readonly wire: boolean;
  readonly schema: Node;
}

/** A schema in the middle of a response has no name: it is called after the only code that it is the body of. */
function bodyNames(found: readonly Body[]): ReadonlyMap<string, string> {
  const codes = new Map<string, Set<string>>();
  // Where it has codes, the status is one more thing that it may mean.
  for (const { code, wire, schema } of [...found].sort((a, b) => Number(b.wire) - Number(a.wire))) {
    const id = identityOnce(schema);
    const own = codes.get(id);
    if (own === undefined) codes.set(id, new Set([code]));
    else if (wire || [...own].every((other) => other.startsWith("http_"))) own.add(code);
  }
  const nameOf = ([code = "", ...others]: ReadonlySet<string>) =>
    `${others.length > 0 ? "Error" : nameOfWords(lastPart(code))}Body`;
  return new Map([...codes].map(([id, own]) => [id, nameOf(own)]));
}

/** `no_such_parcel` gives `NoSuchParcel`, a number `Code4`. */
function nameOfWords(code: string): string {
  const words = code.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `Code${name}`;
}
