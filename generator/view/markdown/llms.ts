import type { Contract, ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { docsBeside, pagePath } from "../../model/derived/docs-links.js";
import { pageNames } from "../../model/derived/page-names.js";
import { counted, retryInShort, sentence, statusesInWords } from "../words.js";
import { lifeView } from "./reference.js";
import { codeSpan, inlineMarkdown, linkTarget, pointerSpan } from "./text.js";

/** What the template of llms.txt shows, after llmstxt.org: of each API what a template made of it. */
export function llmsView(apis: readonly { readonly title: string; readonly llms: string }[]) {
  return {
    titles: inlineMarkdown(apis.map(({ title }) => title).join(", ")),
    isOne: apis.length === 1,
    apis: apis.map(({ llms }) => ({ section: { kind: "markdown", text: llms } as const })),
  };
}

/** What the section of an API shows: a link to the page of every code. */
export function llmsSectionView(contract: Contract) {
  const names = pageNames(allCodes(contract));
  const [pointer] = contract.envelopes.flatMap(({ code }) => code ?? []);
  return {
    title: inlineMarkdown(contract.title),
    link: linkTarget(`${contract.id}/index.html`),
    operations: inlineMarkdown(counted(contract.operations.length, "operation")),
    errorCount: inlineMarkdown(counted(contract.errors.length, "error")),
    code: pointer === undefined ? undefined : pointerSpan(pointer),
    errors: contract.errors.map((error) => ({
      code: codeSpan(error.code),
      link: linkTarget(pagePath(contract.id, names.get(error.code) ?? "")),
      status: inlineMarkdown(statusesInWords(error)),
      sentence: inlineMarkdown(sentence(error.title)),
      retry: inlineMarkdown(retryInShort(error)),
    })),
    retired: contract.retired.map((error) => ({
      code: codeSpan(error.code),
      link: linkTarget(pagePath(contract.id, names.get(error.code) ?? "")),
      sentence: inlineMarkdown(sentence(error.title)),
      life: lifeView(error),
    })),
  };
}

/** A contract whose links to pages lead there from the folder of the docs. */
export function seenFromDocs(contract: Contract): Contract {
  const seen = (error: ContractError): ContractError => ({
    ...error,
    docs: error.docs?.startsWith(docsBeside) ? error.docs.slice(docsBeside.length) : error.docs,
  });
  return { ...contract, errors: contract.errors.map(seen), retired: contract.retired.map(seen) };
}
