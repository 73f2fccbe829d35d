import { operationsOfPath } from "../../answers/operation-at.js";
import type { DeclaredAnswers } from "../../model/answers/declared-answers.js";
import type { Contract, Operation } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import type { Read } from "../../read-contract.js";
import type { ParserContract } from "../../runtime/contract.js";
import { errorTypeName } from "../../view/names.js";
import { withCodesFirst } from "../../view/shown-examples.js";

/** An API as it is mocked. */
export interface MockedApi {
  readonly contract: Contract;
  readonly parser: ParserContract;
  readonly answers: DeclaredAnswers;
  /** The paths of its servers, the longest first: `/v2`. */
  readonly bases: readonly string[];
}

export function mockedApi({ contract, document, answers }: Read): MockedApi {
  return {
    contract: withCodesFirst(contract),
    parser: parserContractOf(contract, errorTypeName(contract.id)),
    answers,
    bases: basesOf(document.servers),
  };
}

/** What a path leads to. */
export interface Place {
  readonly api: MockedApi;
  readonly operation: Operation;
  /** The path as the API's own server has it: without the id of the API. */
  readonly path: string;
}

/**
 * What a request is for: below the id of an API, where it is put in front, else below the path of a server, else by the
 * path alone. What the document answers GET, it answers HEAD too.
 */
export function placeOf(method: string, path: string, apis: readonly MockedApi[]): Place | undefined {
  const methods = method === "HEAD" ? ["HEAD", "GET"] : [method];
  for (const asked of methods)
    for (const { api, operation, path: own } of placesAt(path, apis))
      if (operation.method === asked) return { api, operation, path: own };
  return undefined;
}

/** All operations that a path leads to, whatever their methods. */
export function placesAt(path: string, apis: readonly MockedApi[]): Place[] {
  const below = apis.flatMap((api) => {
    const rest = behind(path, `/${api.contract.id}`);
    return rest === undefined ? [] : [{ api, path: rest }];
  });
  const all = [...below, ...apis.map((api) => ({ api, path }))];
  const inServers = all.flatMap(({ api, path: own }) =>
    api.bases.flatMap((base) => {
      const rest = behind(own, base);
      return rest === undefined ? [] : [{ api, path: own, rest }];
    }),
  );
  return [...inServers, ...all.map((each) => ({ ...each, rest: each.path }))].flatMap(({ api, path: own, rest }) =>
    operationsOfPath(rest, api.contract).map((operation) => ({ api, operation, path: own })),
  );
}

/** The rest of a path behind its first steps; undefined where it has others. */
function behind(path: string, start: string): string | undefined {
  if (path === start) return "/";
  return path.startsWith(`${start}/`) ? path.slice(start.length) : undefined;
}

function basesOf(servers: unknown): string[] {
  const all = Array.isArray(servers) ? servers.map(baseOf) : [];
  return [...new Set(all.filter((base) => base !== ""))].sort((a, b) => b.length - a.length);
}

/** The path of a server, its variables at their defaults; empty where it has none. */
function baseOf(server: unknown): string {
  const { url, variables } = Object(server) as { readonly url?: unknown; readonly variables?: unknown };
  const filled = String(url ?? "").replace(/\{([^{}]*)\}/g, (variable, name: string) => {
    const { default: usual } = Object(Object(variables)[name]) as { readonly default?: unknown };
    return typeof usual === "string" ? usual : variable;
  });
  try {
    return new URL(filled, "http://localhost/").pathname.replace(/(?<!\/)\/+$/, "");
  } catch {
    return "";
  }
}
