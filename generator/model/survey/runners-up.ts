import type { Sources } from "../../read/reader.js";
import type { Node } from "../../read/source.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import { codesAt } from "../definitions/codes-of-schema.js";

/** A place that could hold the code as well. */
export interface RunnerUp {
  readonly pointer: string;
  /** In how many answers. */
  readonly answers: number;
  /** The values that schemas list there, if any: a place that is told of may be the better one. */
  readonly values: readonly string[];
}

/** Every place that could hold the code as well, the commonest first. */
export function runnersUp(responses: readonly ErrorResponse[], follow: Sources["follow"]): RunnerUp[] {
  const answers = new Map<string, number>();
  const schemas = new Map<string, Map<unknown, Node>>();
  for (const { branches } of responses) {
    for (const { runnersUp, schema } of branches)
      for (const pointer of runnersUp)
        schemas.set(pointer, (schemas.get(pointer) ?? new Map<unknown, Node>()).set(schema.value, schema));
    for (const pointer of new Set(branches.flatMap((branch) => branch.runnersUp)))
      answers.set(pointer, (answers.get(pointer) ?? 0) + 1);
  }
  const valuesAt = (pointer: string) =>
    [...(schemas.get(pointer)?.values() ?? [])].flatMap((schema) => codesAt(schema, pointer, follow));
  return [...answers]
    .map(([pointer, count]) => ({
      pointer,
      answers: count,
      values: [...new Set(valuesAt(pointer).map(({ code }) => code))].sort(),
    }))
    .sort((a, b) => b.answers - a.answers || (a.pointer < b.pointer ? -1 : 1));
}
