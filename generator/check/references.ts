import type { Problem } from "../problem/problem.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, identity, type Node } from "../read/source.js";
import { structureOf } from "../read/walk.js";

/** Every reference that leads nowhere or out of the root folder, in the document and in all that it refers to. */
export function checkReferences(sources: Sources): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const queue: Node[] = [sources.document];
  for (let start = queue.pop(); start; start = queue.pop()) {
    for (const node of structureOf(start)) {
      if (seen.has(identity(node))) break;
      seen.add(identity(node));
      const step = sources.step(node);
      if (!step) continue;
      if ("target" in step) {
        // What stands in the document itself is walked anyway.
        if (step.target.source !== sources.document.source) queue.push(step.target);
      } else if ("finding" in step) problems.push(problemAt(child(node, "$ref"), step.finding));
      else problems.push(...step.problems);
    }
  }
  return problems;
}
