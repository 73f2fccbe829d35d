import type { Problem } from "../problem/problem.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child } from "../read/source.js";
import { everythingIn } from "../read/walk.js";

/** Every reference that leads nowhere or out of the root folder, in the document and in all that it refers to. */
export function checkReferences(sources: Sources): Problem[] {
  return [...everythingIn(sources)].flatMap((node) => {
    const step = sources.step(node);
    if (!step || "target" in step) return [];
    return "finding" in step ? [problemAt(child(node, "$ref"), step.finding)] : step.problems;
  });
}
