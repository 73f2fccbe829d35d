import type { Problem } from "../problem/problem.js";
import { errorPartOf } from "../read/error-part.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child } from "../read/source.js";
import { everythingIn } from "../read/walk.js";

/**
 * Every reference that leads nowhere or out of the root folder. In a document that was prepared, all of them, in all
 * that it refers to; in somebody else's, those that its errors reach, as warnings: what they lead to counts as unknown.
 */
export function checkReferences(sources: Sources, prepared: boolean): Problem[] {
  const nodes = prepared ? everythingIn(sources) : errorPartOf(sources);
  const problems = [...nodes].flatMap((node) => {
    const step = sources.step(node);
    if (!step || "target" in step) return [];
    return "finding" in step ? [problemAt(child(node, "$ref"), step.finding)] : step.problems;
  });
  return prepared ? problems : problems.map((problem) => ({ ...problem, level: "warning" }));
}
