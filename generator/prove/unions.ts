import { isObject } from "../read/source.js";
import { type Candidates, candidatesOf } from "./candidates.js";
import { annotations, nameOf } from "./schema-shape.js";

type Schemas = Readonly<Record<string, unknown>>;

/** A schema that is nothing but alternatives. */
export interface Union {
  readonly alternatives: readonly object[];
  /** Whether a body may fit one of them only. */
  readonly isExclusive: boolean;
  /** Those that a body does not contradict at first sight: it can fit no other. */
  readonly candidates: Candidates;
}

/** What a schema is an alternative of; undefined where it says more than that. */
export function unionOf(schema: unknown, schemas: Schemas): Union | undefined {
  if (!isObject(schema)) return undefined;
  const [keyword = "", ...others] = Object.keys(schema).filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  const written = schema[keyword];
  if (!["anyOf", "oneOf"].includes(keyword) || others.length > 0 || !Array.isArray(written)) return undefined;
  const alternatives = written.map((alternative: unknown) => namedBy(alternative, schemas)).filter(isObject);
  if (alternatives.length < written.length) return undefined;
  return { alternatives, isExclusive: keyword === "oneOf", candidates: candidatesOf(alternatives, schemas) };
}

/** What a schema refers to, where it is nothing but a reference; else itself. */
function namedBy(schema: unknown, schemas: Schemas): unknown {
  const name = nameOf(schema);
  return name === undefined ? schema : schemas[name];
}
