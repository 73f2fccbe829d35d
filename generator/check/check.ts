import type { Problem } from "../problem/problem.js";
import { errorPartOf } from "../read/error-part.js";
import type { ExtensionRule } from "../read/extension-rule.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { everythingIn } from "../read/walk.js";
import { checkCodeLists } from "./code-lists.js";
import { checkDocument } from "./document.js";
import { checkExtensions, type ExtensionFault } from "./extensions.js";
import { checkMisspeltExtensions } from "./misspelt-extensions.js";
import { checkKeywords } from "./misspelt-keywords.js";
import { checkSections, followsFromSections } from "./misspelt-sections.js";
import { checkPlaces } from "./places.js";
import { checkMappings, checkReferences } from "./references.js";
import { checkSize } from "./size.js";

/** What is wrong with a document before anything is made of it. */
export interface Checked {
  /** Where an error is among these, nothing can be made of it. */
  readonly problems: readonly Problem[];
  /** Of its lists of codes, which are read all the same: whatever else is wrong with the codes is to be told at once. */
  readonly ofLists: readonly Problem[];
  /** Of what it says about errors beside where they are: all else is checked as if that were not there. */
  readonly aside: readonly { readonly problem: Problem; readonly without: Node }[];
}

/**
 * One that was prepared is checked as a whole. Of somebody else's, only the part that its errors lead to, and what an
 * overlay may have brought; a reference there that leads nowhere is a warning. `rules`: how its extensions are read.
 */
export function checkSources(sources: Sources, rules?: readonly ExtensionRule[]): Checked {
  const { document } = sources;
  const unsupported = checkDocument(document);
  const refused = unsupported.length > 0 ? unsupported : checkSize(sources);
  if (refused.length > 0) return { problems: refused, ofLists: [], aside: [] };
  const sections = checkSections(document);
  const isNew = (problem: Problem) => sections.length === 0 || !followsFromSections(problem);
  if (child(document, "x-error-contract").value !== undefined) {
    const nodes = [...everythingIn(sources)];
    const misspelt = checkMisspeltExtensions(nodes, "warning", rules);
    const { problems, aside } = apart(checkExtensions(nodes, sources));
    return {
      problems: [
        ...sections,
        ...[
          ...problems,
          ...misspelt,
          ...checkReferences(nodes, sources),
          ...checkPlaces(nodes, sources),
          ...checkKeywords(nodes),
          ...checkMappings(nodes, sources),
        ].filter(isNew),
      ],
      ofLists: checkCodeLists(nodes, rules),
      aside,
    };
  }
  const reached = [...errorPartOf(sources)];
  // `x-error` alone says little, but somebody wrote it: wherever it stands, it is looked at.
  const named = /x-error["']?\s*:/.test(document.source.text) ? [...everythingIn(sources)] : reached;
  const dangling = [
    ...sections,
    ...[...checkReferences(reached, sources), ...checkPlaces(reached, sources)].filter(isNew),
  ];
  const isOverlaid = (document.source.origins ?? []).length > 0;
  const { problems, aside } = apart(checkExtensions(named, sources));
  return {
    problems: [
      ...problems,
      ...checkMisspeltExtensions(named, "note", rules),
      ...dangling.map((problem) => ({ ...problem, level: "warning" as const })),
      ...checkMappings(reached, sources),
    ],
    ofLists: isOverlaid ? checkCodeLists([...everythingIn(sources)], rules) : [],
    aside,
  };
}

function apart(faults: readonly ExtensionFault[]): Pick<Checked, "problems" | "aside"> {
  const aside = faults.flatMap(({ problem, without }) => (without ? [{ problem, without }] : []));
  return { problems: faults.flatMap(({ problem, without }) => (without ? [] : [problem])), aside };
}
