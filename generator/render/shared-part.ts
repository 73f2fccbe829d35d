import { choicesOf, type IndexedApi, indexSectionView } from "../view/html/docs-index.js";
import { searchRecords } from "../view/html/search-records.js";
import { htmlJson } from "../view/html/text.js";
import { llmsSectionView, seenFromDocs } from "../view/markdown/llms.js";
import { markdownView } from "../view/markdown/reference.js";
import { hashOf } from "./build-record.js";
import type { TextAsMade } from "./emit-input.js";
import type { CostlyText } from "./generated-file.js";
import type { ShownApi } from "./shared-pages.js";
import { renderTemplate } from "./template.js";

/** What an API adds to the pages that all of a folder share. */
export interface SharedPart extends IndexedApi {
  /** Its section of llms.txt. */
  readonly llms: string;
  /** All that llms-full.txt says of it. */
  readonly reference: string;
}

/** The parts of some APIs, as texts. Of a hundred in a folder one changes at a time: the others are not asked again. */
export function makeParts(shown: readonly ShownApi[], textAsMade: TextAsMade | undefined): CostlyText[] {
  return shown.map((api) => {
    const path = `docs/${api.contract.id}/`;
    const from = hashOf(JSON.stringify(api));
    return { path, from, text: textAsMade?.(path, from) ?? JSON.stringify(sharedPart(api)) };
  });
}

export function partOf({ text }: CostlyText): SharedPart {
  return JSON.parse(text) as SharedPart;
}

function sharedPart({ contract, isLogged }: ShownApi): SharedPart {
  const { id, title, errors } = contract;
  return {
    ...{ id, title, errorCount: errors.length, choices: choicesOf(contract) },
    section: renderTemplate("docs/index-api", indexSectionView(contract, isLogged)).trimEnd(),
    records: htmlJson(searchRecords(contract)).text.slice(1, -1),
    llms: renderTemplate("markdown/llms-api", llmsSectionView(contract)).trimEnd(),
    reference: renderTemplate("markdown/reference", markdownView(seenFromDocs(contract))),
  };
}
