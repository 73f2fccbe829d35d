import type { Contract, ContractError, Operation } from "../../model/contract.js";
import type { Retry } from "../../runtime/category.js";
import type { IndexedContract } from "../contract-index.js";
import { cell, codeBlock, codeSpan, inlineMarkdown, linkTarget, pointerSpan } from "../markdown/text.js";
import { bodyText } from "../shown-examples.js";
import { pythonSnippet } from "../snippet/python.js";
import { typescriptSnippet } from "../snippet/typescript.js";
import { counted, retryAdviceInGeneral, retryInShort } from "../words.js";
import { sectionLink } from "./links.js";

/** What the template of the introduction shows: what holds for all errors of an API. */
export function introductionView(index: IndexedContract) {
  const { contract } = index;
  const sample = sampleError(contract.errors);
  return {
    title: inlineMarkdown(contract.title),
    places: placeRows(contract),
    examples: exampleOfEach(contract).map((example) => ({
      status: codeSpan(String(example.status)),
      body: codeBlock("json", bodyText(example, contract)),
    })),
    statuses: contract.statuses.map(({ status, meaning }) => ({
      status: codeSpan(String(status)),
      meaning: cell(meaning),
      errors: contract.errors.filter(({ statuses }) => statuses.includes(String(status))).map(linked),
    })),
    policy: inlineMarkdown(policyInWords(contract)),
    retries: retryRows(contract),
    closest: contract.closest.map(({ match, as }) => ({ match: codeSpan(match), as: codeSpan(as) })),
    typescript: codeBlock("ts", sample === undefined ? "" : typescriptSnippet(sample, index)),
    python: codeBlock("python", sample === undefined ? "" : pythonSnippet(sample, index)),
  };
}

/** Of more codes at one status, an operation shows the first: a page is read at a glance, and the matrix lists them all. */
const mostListed = 100;

/** What the template of an operation's errors shows. */
export function operationView({ responses }: Operation, { errors: known }: IndexedContract) {
  return {
    statuses: responses.map(({ status, errors }) => {
      // One that is left over takes as much place as a count of it.
      const shown = errors.length <= mostListed + 1 ? errors : errors.slice(0, mostListed);
      return {
        status: inlineMarkdown(status),
        errors: shown.flatMap((code) => known.get(code) ?? []).map(linked),
        more:
          shown.length === errors.length
            ? undefined
            : inlineMarkdown(counted(errors.length - shown.length, "more error")),
      };
    }),
    matrix: linkTarget("matrix.html"),
  };
}

function linked(error: ContractError) {
  return { code: codeSpan(error.code), link: linkTarget(sectionLink(error)) };
}

/** Where a body holds what, by JSON Pointers (RFC 6901): in any of the envelopes. */
function placeRows({ envelopes, requestIdHeaders, delayHeaders }: Contract) {
  const pointers = (name: (typeof parts)[number][1]) => envelopes.flatMap((envelope) => envelope[name] ?? []);
  const headers: Partial<Record<(typeof parts)[number][1], readonly string[]>> = {
    code: [...new Set(envelopes.flatMap(({ codeHeader }) => codeHeader ?? []))],
    delay: delayHeaders.map(({ name }) => name),
    requestId: requestIdHeaders.length > 0 ? requestIdHeaders : ["X-Request-Id"],
  };
  return parts
    .map(([what, name]) => ({
      what: inlineMarkdown(what),
      places: [
        ...[...new Set(pointers(name))].map((pointer) => ({ place: pointerSpan(pointer), isHeader: false })),
        ...(headers[name] ?? []).map((header) => ({
          place: codeSpan(header),
          isHeader: true,
        })),
      ].map((place, index) => ({ ...place, isLater: index > 0 })),
    }))
    .filter(({ places }) => places.length > 0);
}

const parts = [
  ["Code", "code"],
  ["Message", "message"],
  ["Details", "details"],
  ["Field errors", "fields"],
  ["The one field it is about", "field"],
  ["Seconds to wait", "delay"],
  ["Request id", "requestId"],
] as const;

/** An answer in each envelope. */
function exampleOfEach({ envelopes, errors }: Contract) {
  return envelopes.flatMap(({ name }) => {
    const examples = errors.filter(({ envelope }) => envelope === name).flatMap((error) => error.examples);
    return examples.filter(({ body }) => body !== undefined).slice(0, 1);
  });
}

function policyInWords({ retryPolicy: { attempts, base, cap } }: Contract): string {
  return `A request is sent ${counted(attempts, "time")} at most. The pause before the second is about ${base} s and doubles each time, up to ${cap} s; a server that asks for more is not asked again.`;
}

const retries: readonly (Retry | undefined)[] = ["after-delay", "backoff", "never", undefined];

function retryRows(contract: Contract) {
  return retries.flatMap((retry) => {
    const errors = contract.errors.filter((error) => error.retry === retry);
    if (errors.length === 0) return [];
    const advice = `${retryInShort({ retry })}. ${retryAdviceInGeneral(retry, contract.retryPolicy)}`;
    return [
      {
        retry: retry === undefined ? inlineMarkdown("by its status") : codeSpan(retry),
        advice: cell(advice),
        errors: errors.map(linked),
      },
    ];
  });
}

/** One that shows what there is to show: a code, with details if there are any. */
function sampleError(errors: readonly ContractError[]): ContractError | undefined {
  const coded = errors.filter(({ wire }) => wire);
  return coded.find(({ details }) => details !== undefined) ?? coded[0] ?? errors[0];
}
