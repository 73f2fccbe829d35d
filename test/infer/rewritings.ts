type Json = Readonly<Record<string, unknown>>;

/** The same document, written in another way. */
export const rewritings: Readonly<Record<string, (document: Json) => unknown>> = {
  "as JSON": (document) => document,
  "with its keys the other way round": reversed,
  "with its components repeated where they are used": (document) => inlined(document, document, 0),
};

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

/** Every reference within the document replaced by what it leads to; one that leads back to itself stays. */
function inlined(value: unknown, document: Json, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, document, depth));
  if (typeof value !== "object" || value === null) return value;
  const { $ref, ...beside } = value as { readonly $ref?: unknown };
  if (typeof $ref === "string" && $ref.startsWith("#/") && depth < 5 && !isRecursive($ref, document)) {
    const target = inlined(targetOf($ref, document), document, depth + 1);
    // What is asked for beside a reference holds as well.
    return "properties" in beside || "not" in beside ? { allOf: [target], ...beside } : target;
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inlined(member, document, depth)]));
}

function targetOf(reference: string, document: Json): unknown {
  const tokens = reference.slice(2).split("/");
  return tokens.reduce((value: unknown, token) => (value as Json)[token], document);
}

/** Whether a component leads back to itself, by whatever way. */
function isRecursive(reference: string, document: Json): boolean {
  const seen = new Set<string>();
  const due = [reference];
  for (let next = due.pop(); next !== undefined; next = due.pop())
    for (const [, found = ""] of JSON.stringify(targetOf(next, document)).matchAll(/"\$ref":"(#[^"]*)"/g)) {
      if (found === reference) return true;
      if (!seen.has(found)) due.push(found);
      seen.add(found);
    }
  return false;
}

/** A document in several files: each component in one of its own. By their names; the document is `openapi.json`. */
export function split(document: Json): ReadonlyMap<string, string> {
  const components = Object.entries((document.components ?? {}) as Readonly<Record<string, Json>>);
  const files = components.flatMap(([kind, named]) =>
    Object.entries(named).map(([name, value]) => [`${kind}-${name}.json`, textOf(value)] as const),
  );
  return new Map([...files, ["openapi.json", textOf({ ...document, components: {} })]]);
}

function textOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"#\/components\/([^"/]+)\/([^"/]+)"/g, '"$1-$2.json"');
}
