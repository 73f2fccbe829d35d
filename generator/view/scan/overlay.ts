import type { Contract, ContractError, Evidence } from "../../model/contract.js";
import { retryOfStatuses } from "../../model/definitions/by-status.js";
import { humanise } from "../../model/definitions/humanise.js";
import type { Survey } from "../../model/survey/survey.js";
import { type Node, pointerOf, pointerText, textAt } from "../../read/source.js";
import { valueAt } from "../../runtime/pointer.js";
import { meaningBeyondTitle } from "../words.js";

interface Action {
  readonly target: string;
  readonly description?: string;
  readonly update: Readonly<Record<string, unknown>>;
}

export interface WrittenOverlay {
  readonly overlay: { readonly overlay: string; readonly info: object; readonly actions: readonly Action[] };
  /** Codes whose answers stand in other files, as an overlay changes one, and those that no answer has. */
  readonly elsewhere: readonly string[];
  /** Codes of which nothing says what they mean. */
  readonly unexplained: ReadonlySet<string>;
}

/** An OpenAPI Overlay that says in `x-error-contract` and `x-error-codes` what was found out, to be completed by hand. */
export function overlayOf(contract: Contract, survey: Survey, file: string): WrittenOverlay {
  const errors = new Map(contract.errors.map((error) => [error.code, error]));
  const reachable = (node: Node) => node.source.path === file;
  const byResponse = new Map<string, string[]>();
  for (const { code, listed, byEvidence } of survey.codes) {
    const shown = [...byEvidence].filter(([evidence]) => listed && !isKept(evidence)).flatMap(([, nodes]) => nodes);
    for (const response of shown.filter(reachable)) {
      const target = jsonPath(pointerOf(response));
      if (!byResponse.get(target)?.push(code)) byResponse.set(target, [code]);
    }
  }
  const elsewhere = survey.codes.filter(
    ({ listed, evidence, responses }) =>
      listed && !isKept(evidence) && (responses.length === 0 || !responses.every(reachable)),
  );
  const actions: Action[] = [
    {
      target: "$",
      update: {
        "x-error-contract": contractOf(contract, elsewhere),
        ...registryOf(contract, survey.textsBeside, elsewhere),
      },
    },
    ...[...byResponse]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([target, codes]) => ({
        target,
        update: { "x-error-codes": [...new Set(codes)].sort().map((code) => entryOf(errors.get(code)!, contract)) },
      })),
    ...answerActions(contract, survey, reachable),
  ];
  return {
    overlay: {
      overlay: "1.0.0",
      info: { title: `The errors of ${contract.title}`, version: "1.0.0" },
      actions,
    },
    elsewhere: elsewhere.map(({ code }) => code),
    unexplained: new Set(contract.errors.filter((error) => meaningBeyondTitle(error) === "").map(({ code }) => code)),
  };
}

const kept: readonly Evidence[] = ["const", "enum", "extension"];

/** What a schema or an extension lists is listed in a prepared document too. */
function isKept(evidence: Evidence): boolean {
  return kept.includes(evidence);
}

/** What is out of reach stays listed by what made it listed so far. */
function contractOf({ id, envelopes }: Contract, elsewhere: Survey["codes"]) {
  const needed = new Set(elsewhere.map(({ evidence }) => evidence));
  return {
    id,
    ...(needed.size > 0 ? { evidence: [...kept, ...needed] } : {}),
    ...(envelopes.length > 0
      ? { envelopes: envelopes.map(({ literals: _, messageType: __, ...pointers }) => pointers) }
      : {}),
  };
}

/**
 * Codes that schemas or other files list, each to be completed, with what only examples say of it: from here on, examples
 * are checked, and say nothing more.
 */
function registryOf(contract: Contract, textsBeside: Survey["textsBeside"], elsewhere: Survey["codes"]) {
  const { errors, envelopes } = contract;
  const unreached = new Set(elsewhere.map(({ code }) => code));
  const entries = errors.flatMap((error) => {
    const { code, title, meaning, wire, evidence, examples, envelope } = error;
    if (!wire || !(isKept(evidence) || unreached.has(code))) return [];
    const message = envelopes.find(({ name }) => name === envelope)?.message;
    const texts = examples.map(({ body }) => valueAt(body, message)).map((text) => String(text).trim());
    const described = [...examples.map(({ description }) => description?.trim()), ...(textsBeside.get(code) ?? [])];
    const isTitle = examples.some(({ summary, name }) => [summary?.trim(), name].includes(title));
    const said = {
      ...(isTitle ? { title } : {}),
      ...(evidence === "extension" ? {} : toldStatus(error, contract)),
      ...(texts.includes(meaning) || described.includes(meaning) ? { description: meaning } : {}),
    };
    // What an extension lists is completed there.
    return evidence === "extension" && Object.keys(said).length === 0 ? [] : [{ code: wireCode(error), ...said }];
  });
  return entries.length === 0 ? {} : { "x-error-codes": entries };
}

function entryOf(error: ContractError, contract: Contract) {
  const { code, title, meaning, resolution, retry, statuses } = error;
  return {
    code: wireCode(error),
    title,
    ...toldStatus(error, contract),
    ...(meaning === humanise(code) ? {} : { description: meaning }),
    ...(resolution === undefined ? {} : { resolution }),
    // What follows from the status goes on following from it.
    ...(retry === undefined || retry === retryOfStatuses(statuses) ? {} : { retry }),
  };
}

/** Below a range, only what made the code precise says which status it is. */
function toldStatus({ code, statuses }: ContractError, { operations }: Contract) {
  const [only = "default", ...others] = statuses;
  if (others.length > 0 || !/^\d+$/.test(only)) return {};
  const answers = operations.flatMap(({ responses }) => responses.filter(({ codes }) => codes.includes(code)));
  return answers.length === 0 || answers.some(({ status }) => status === only) ? {} : { status: Number(only) };
}

function wireCode({ code, wireType }: ContractError): string | number {
  return wireType === "integer" ? Number(code) : code;
}

/** A heading for each status of answers that have no listed code, and an envelope where that is not the first that fits. */
function answerActions(contract: Contract, { bare, misread }: Survey, reachable: (node: Node) => boolean): Action[] {
  const errors = new Map(contract.errors.filter(({ wire }) => !wire).map((error) => [error.code, error]));
  const said: (AnswerTexts & { readonly response: Node; readonly envelope?: string | null })[] = [
    ...placesToComplete(
      bare.filter((one) => reachable(one.response)),
      errors,
    ).map(({ response, code }) => ({
      response,
      ...textsOf(response, errors.get(code)!),
    })),
    ...misread,
  ];
  const targets = new Map<string, Partial<(typeof said)[number]>>();
  for (const { response, ...parts } of said.filter((one) => reachable(one.response))) {
    const target = jsonPath(pointerOf(response));
    const known = targets.get(target);
    // One that stands under several statuses can't have the heading of each.
    const isShared = known?.title !== undefined && parts.title !== undefined && known.title !== parts.title;
    targets.set(target, { ...known, ...parts, ...(isShared ? { title: "", description: "" } : {}) });
  }
  return [...targets]
    .map(([target, { title, description, ...parts }]) => {
      return [target, { ...(title ? { title } : {}), ...(description ? { description } : {}), ...parts }] as const;
    })
    .filter(([, parts]) => Object.keys(parts).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([target, parts]) => ({ target, update: { "x-error": parts } }));
}

/**
 * One answer for each status: what is said of one is said of all that have its status. It is the one that the error was
 * read from, or another one where that stands under several statuses.
 */
function placesToComplete(bare: Survey["bare"], errors: ReadonlyMap<string, ContractError>): Survey["bare"] {
  const places = bare.map((one) => ({ ...one, at: pointerText(pointerOf(one.response)) }));
  const codesAt = new Map<string, Set<string>>();
  for (const { at, code } of places) codesAt.set(at, (codesAt.get(at) ?? new Set()).add(code));
  return [...new Set(places.map(({ code }) => code))].map((code) => {
    const own = places.filter((place) => place.code === code);
    const first = own.find(({ at }) => errors.get(code)?.source === `#${at}`) ?? own[0]!;
    return [first, ...own].find(({ at }) => codesAt.get(at)?.size === 1) ?? first;
  });
}

interface AnswerTexts {
  readonly title?: string;
  readonly description?: string;
}

/** What a response says of its own operation is not said of all that have its status. */
function textsOf(response: Node, { title, meaning }: ContractError): AnswerTexts {
  const isOwn = textAt(response, "description")?.trim() === meaning;
  return { title, ...(isOwn ? {} : { description: meaning }) };
}

/** A JSON Pointer as a JSONPath (RFC 9535), every step in quotes. */
function jsonPath(pointer: readonly string[]): string {
  const steps = pointer.map((token) => `['${token.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`);
  return `$${steps.join("")}`;
}
