import type { Problem } from "../problem/problem.js";
import { errorPartOf } from "../read/error-part.js";
import type { Sources } from "../read/reader.js";
import { child } from "../read/source.js";
import { everythingIn } from "../read/walk.js";
import { checkDocument } from "./document.js";
import { checkExtensions } from "./extensions.js";
import { checkReferences } from "./references.js";

/**
 * What is wrong with a document before anything is made of it. One that was prepared is checked as a whole. Of somebody
 * else's, only the part that its errors lead to; a reference there that leads nowhere is a warning.
 */
export function checkSources(sources: Sources): Problem[] {
  const { document } = sources;
  const unsupported = checkDocument(document);
  if (unsupported.length > 0) return unsupported;
  if (child(document, "x-error-contract").value !== undefined) {
    const nodes = [...everythingIn(sources)];
    return [...checkExtensions(nodes, sources), ...checkReferences(nodes, sources)];
  }
  const reached = [...errorPartOf(sources)];
  // `x-error` alone says little, but somebody wrote it: wherever it stands, it is looked at.
  const named = /["']?x-error["']?\s*:/.test(document.source.text) ? [...everythingIn(sources)] : reached;
  const dangling = checkReferences(reached, sources);
  return [
    ...checkExtensions(named, sources),
    ...dangling.map((problem) => ({ ...problem, level: "warning" as const })),
  ];
}
