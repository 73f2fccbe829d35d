import type { ContractError } from "../../model/contract.js";
import { reasonPhrase } from "../../model/definitions/statuses.js";
import type { IndexedContract } from "../contract-index.js";
import { detailRows } from "../detail-rows.js";
import { givenBy } from "../given-by.js";
import { neighboursOf } from "../neighbours.js";
import { operationLink, sectionLink } from "../redoc/links.js";
import { curlSnippet } from "../snippet/curl.js";
import { pythonSnippet } from "../snippet/python.js";
import { typescriptSnippet } from "../snippet/typescript.js";
import { categoryInWords, lifeInWords, meaningBeyondTitle, retryAdvice, retryInShort, retryName } from "../words.js";
import { answerViews } from "./answer.js";
import { later } from "./later.js";
import { html, htmlName, htmlWithin } from "./text.js";

/** What the page of one code shows: all of it, and `made` as what it shows it. */
export function codePageView(error: ContractError, index: IndexedContract) {
  const { contract, errors } = index;
  const life = lifeInWords(error);
  const replacement = error.replacedBy === undefined ? undefined : errors.get(error.replacedBy);
  const meaning = meaningBeyondTitle(error);
  return {
    head: htmlWithin(`${error.code} · ${contract.title}`, 70),
    api: html(contract.title),
    code: htmlName(error.code),
    title: later("line", error.title),
    isWire: error.wire,
    isLive: !error.retired,
    group: error.group === undefined ? undefined : html(error.group),
    category: html(categoryInWords(error)),
    retry: html(retryName(error)),
    retryShort: html(retryInShort(error)),
    retryAdvice: later("line", retryAdvice(error, contract)),
    statuses: error.statuses.map((status) => statusView(status, error, index)),
    meaning: meaning === "" ? undefined : later("paragraphs", meaning),
    resolution: error.resolution === undefined ? undefined : later("paragraphs", error.resolution),
    causes: error.causes.map((cause) => later("line", cause)),
    life: life && { state: html(life.state), advice: html(life.advice) },
    replacedBy: error.replacedBy === undefined ? undefined : htmlName(error.replacedBy),
    replacementLink: replacement && linkTo(replacement, index),
    fields: error.fields === undefined ? undefined : html(error.fields),
    since: error.since === undefined ? undefined : html(error.since),
    details: error.details === undefined ? [] : detailRows(error.details).map(detailView),
    answers: answerViews(error, contract),
    snippets: error.retired ? [] : snippetViews(error, index),
    section: html(`../index.html${sectionLink(error)}`),
    ...operationViews(error, index),
    ...neighbourViews(error, index),
    ...besideView(error, index),
  };
}

/** A status and, where the error does not say the same, what it means in this API. */
function statusView(status: string, error: ContractError, { meanings }: IndexedContract) {
  const phrase = reasonPhrase(status);
  const meaning = meanings.get(status);
  return {
    status: html(status),
    phrase: html(phrase),
    isServers: status.startsWith("5"),
    meaning: meaning === undefined || [phrase, error.meaning].includes(meaning) ? undefined : later("line", meaning),
  };
}

function detailView({ name, type, always, description }: ReturnType<typeof detailRows>[number]) {
  return {
    name: htmlName(name),
    type: html(type),
    presence: html(always ? "always" : "sometimes"),
    description: later("paragraphs", description),
  };
}

function snippetViews(error: ContractError, index: IndexedContract) {
  return [
    { name: html("TypeScript"), code: later("typescript", typescriptSnippet(error, index)) },
    { name: html("Python"), code: later("python", pythonSnippet(error, index)) },
    { name: html("curl"), code: later("bash", curlSnippet(error, index)) },
  ];
}

function operationViews(error: ContractError, index: IndexedContract) {
  const given = givenBy(error, index);
  return {
    isGiven: given !== undefined,
    givenLead:
      given === undefined || given.lead === ""
        ? undefined
        : html(`${given.lead.charAt(0).toUpperCase()}${given.lead.slice(1)}`),
    operations: given?.listed.map(({ id, method, path, summary }) => ({
      method: html(method),
      path: htmlName(path),
      summary: summary === undefined ? undefined : html(summary),
      link: html(`../index.html${operationLink({ id })}`),
    })),
    moreOperations: given?.more === undefined ? undefined : html(given.more),
  };
}

function neighbourViews(error: ContractError, index: IndexedContract) {
  const { shown, hasMore } = neighboursOf(error, index);
  return {
    neighbours: shown.map((other) => ({
      code: htmlName(other.code),
      title: later("line", other.title),
      link: linkTo(other, index),
    })),
    hasMoreNeighbours: hasMore,
    neighboursLink: html(
      `../../index.html#${new URLSearchParams({ api: index.contract.id, status: error.statuses[0] ?? "" })}`,
    ),
  };
}

/** The pages before and after this one, in reading order. */
function besideView(error: ContractError, index: IndexedContract) {
  const { errors, retired } = index.contract;
  const row = error.retired ? retired : errors;
  const at = row.indexOf(error);
  const [previous, next] = [row[at - 1], row[at + 1]];
  return {
    previous: previous && { code: htmlName(previous.code), link: linkTo(previous, index) },
    next: next && { code: htmlName(next.code), link: linkTo(next, index) },
  };
}

function linkTo({ code }: ContractError, { pages }: IndexedContract) {
  return html(`${pages.get(code)}.html`);
}
