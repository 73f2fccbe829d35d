import type { Contract } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { pagePath } from "../../model/derived/docs-links.js";
import { pageNames } from "../../model/derived/page-names.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import { classifyAnswer } from "../../runtime/classify.js";
import { errorTypeName } from "../names.js";
import { categoryName, retryInShort, retryName } from "../words.js";
import { plainText } from "./rich-text.js";

/** What the search of the index looks through in an API, an entry for each code. */
export function searchRecords(contract: Contract) {
  const pages = pageNames(allCodes(contract));
  const parser = parserContractOf(contract, errorTypeName(contract.id));
  return allCodes(contract).map((error) => {
    const answers = error.examples.map(({ status, headers, body = null }) =>
      classifyAnswer(parser, { status, headers, body }),
    );
    const unlisted = answers.map(({ code }) => code).filter((code) => code !== error.code);
    return {
      api: contract.id,
      apiTitle: contract.title,
      code: error.code,
      // The codes of answers that this error stands for are looked up as well.
      also: [...new Set(unlisted)].join(" "),
      title: plainText(error.title),
      status: error.statuses.join(" "),
      category: categoryName(error),
      retry: error.retired ? "retired" : retryName(error),
      retryShort: error.retired ? "Retired" : retryInShort(error),
      meaning: plainText(error.meaning),
      causes: plainText(error.causes.join("\n\n")),
      messages: [...new Set(answers.map(({ message }) => message))].join("\n"),
      link: pagePath(contract.id, pages.get(error.code) ?? ""),
    };
  });
}
