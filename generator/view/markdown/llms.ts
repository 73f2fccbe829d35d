import type { Contract, ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { docsBeside, pagePath } from "../../model/derived/docs-links.js";
import { pageNames } from "../../model/derived/page-names.js";
import { counted, retryInShort, sentence, statusesInWords } from "../words.js";
import { lifeView } from "./reference.js";
import { codeSpan, inlineMarkdown, linkTarget, pointerSpan } from "./text.js";

/** What the template of llms.txt shows: a link to the page of every code, after llmstxt.org. */
export function llmsView(contracts: readonly Contract[]) {
  return {
    titles: inlineMarkdown(contracts.map(({ title }) => title).join(", ")),
    isOne: contracts.length === 1,
    apis: contracts.map((contract) => {
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
    }),
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
