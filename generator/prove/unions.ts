import { isObject } from "../read/source.js";
import { type Candidates, candidatesOf } from "./candidates.js";
import { annotations, nameOf, shapeOf } from "./schema-shape.js";

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
  const isExclusive = keyword === "oneOf";
  const told = distinct(alternatives, isExclusive ? 2 : 1);
  return { alternatives, isExclusive, candidates: candidatesOf(told, schemas) };
}

/** Alternatives that say the same, a few times only: a body that fits two of them fits as many as if it fitted all. */
function distinct(alternatives: readonly object[], times: number): readonly object[] {
  const counts = new Map<string, number>();
  return alternatives.filter((alternative) => {
    const { schema, constants } = shapeOf(alternative, "");
    const key = JSON.stringify([schema, constants]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= times;
  });
}

/** What a schema refers to, where it is nothing but a reference; else itself. */
function namedBy(schema: unknown, schemas: Schemas): unknown {
  const name = nameOf(schema);
  return name === undefined ? schema : schemas[name];
}
