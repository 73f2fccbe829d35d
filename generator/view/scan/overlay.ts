import type { Contract, ContractError, Evidence } from "../../model/contract.js";
import type { Survey } from "../../model/infer/survey.js";
import { type Node, pointerOf } from "../../read/source.js";

interface Action {
  readonly target: string;
  readonly description?: string;
  readonly update: Readonly<Record<string, unknown>>;
}

export interface WrittenOverlay {
  readonly overlay: { readonly overlay: string; readonly info: object; readonly actions: readonly Action[] };
  /** Codes whose answers stand in other files: an overlay changes one. */
  readonly elsewhere: readonly string[];
}

/** An OpenAPI Overlay that says in `x-error-contract` and `x-error-codes` what was found out, to be completed by hand. */
export function overlayOf(contract: Contract, survey: Survey, file: string): WrittenOverlay {
  const errors = new Map(contract.errors.map((error) => [error.code, error]));
  const reachable = (node: Node) => node.source.path === file;
  const byResponse = new Map<string, string[]>();
  for (const { code, evidence, listed, responses } of survey.codes) {
    if (!listed || isKept(evidence)) continue;
    for (const response of responses.filter(reachable)) {
      const target = jsonPath(pointerOf(response));
      byResponse.set(target, [...(byResponse.get(target) ?? []), code]);
    }
  }
  const elsewhere = survey.codes.filter(({ listed, responses }) => listed && !responses.every(reachable));
  const actions: Action[] = [
    { target: "$", update: { "x-error-contract": contractOf(contract) } },
    ...[...byResponse]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([target, codes]) => ({
        target,
        update: { "x-error-codes": [...new Set(codes)].sort().map((code) => entryOf(errors.get(code)!)) },
      })),
    ...statusOnlyActions(contract, survey, reachable),
  ];
  return {
    overlay: {
      overlay: "1.0.0",
      info: { title: `The errors of ${contract.title}`, version: "1.0.0" },
      actions,
    },
    elsewhere: elsewhere.filter(({ evidence }) => !isKept(evidence)).map(({ code }) => code),
  };
}

/** What a schema or an extension lists is listed in a prepared document too. */
function isKept(evidence: Evidence): boolean {
  return evidence === "const" || evidence === "enum" || evidence === "extension";
}

function contractOf({ id, envelopes }: Contract) {
  return {
    id,
    ...(envelopes.length > 0 ? { envelopes: envelopes.map(({ literals: _, ...pointers }) => pointers) } : {}),
  };
}

function entryOf({ code, title, meaning, retry, wireType }: ContractError) {
  return {
    code: wireType === "integer" ? Number(code) : code,
    title,
    ...(meaning === title ? {} : { description: meaning }),
    retry,
  };
}

/** A heading for each answer that has no listed code. */
function statusOnlyActions(contract: Contract, { bare }: Survey, reachable: (node: Node) => boolean): Action[] {
  const titles = new Map(contract.errors.filter(({ wire }) => !wire).map(({ code, title }) => [code, title]));
  const targets = new Map(
    bare
      .filter(({ response }) => reachable(response))
      .map(({ response, code }) => [jsonPath(pointerOf(response)), titles.get(code) ?? code]),
  );
  return [...targets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([target, title]) => ({ target, update: { "x-error": { title } } }));
}

/** A JSON Pointer as a JSONPath (RFC 9535), every step in quotes. */
function jsonPath(pointer: readonly string[]): string {
  const steps = pointer.map((token) => `['${token.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`);
  return `$${steps.join("")}`;
}
