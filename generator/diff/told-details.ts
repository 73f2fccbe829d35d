import type { Shape } from "../runtime/contract.js";
import { isObject } from "../runtime/pointer.js";

/** The members of some details that shapes tell of; undefined where they tell of none. */
export function toldOf(details: unknown, shapes: readonly Shape[]): unknown {
  if (shapes.length === 0) return undefined;
  const isTold = tellsBy(shapes);
  if (isTold === "anything" || !isObject(details)) return details;
  const told = Object.entries(details).filter(([name]) => isTold(name));
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** Whether a shape tells of every member of some details. */
export function isToldOf(details: unknown, shape: Shape): boolean {
  const isTold = tellsBy([shape]);
  return isTold === "anything" || !isObject(details) || Object.keys(details).every(isTold);
}

function tellsBy(shapes: readonly Shape[]): "anything" | ((name: string) => boolean) {
  const all = shapes.flatMap(({ anyOf, ...shape }) => anyOf ?? [shape]);
  if (all.some(({ type, additionalProperties }) => type !== "object" || additionalProperties)) return "anything";
  return (name) => all.some(({ properties = {} }) => Object.hasOwn(properties, name));
}
