import type { Contract, ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { renderTemplate } from "../../render/template.js";
import { contractJson } from "../../view/data/contract-json.js";
import { codeMarkdownView } from "../../view/markdown/reference.js";
import { meaningInShort, statusesInWords } from "../../view/words.js";
import { told } from "./bounded.js";
import { placeOf } from "./cursor.js";
import { Refusal } from "./refusal.js";
import type { Workspace } from "./workspace.js";

/** What may be attached: the contract of an API as data, and the page of each of its codes. */

const scheme = "openapi-errors://";

/** A page of a list. */
const mostListed = 100;

/** Larger, no context has room for it. */
const mostCharacters = 1_000_000;

export const resourceTemplates = [
  {
    uriTemplate: `${scheme}{api}/codes/{code}`,
    name: "code",
    title: "The page of an error code",
    description: "What a code means, its causes, what to do, whether to retry, its details and an example.",
    mimeType: "text/markdown",
  },
  {
    uriTemplate: `${scheme}{api}/errors.json`,
    name: "errors.json",
    title: "The error contract of an API",
    description: "All errors and operations of an API as data.",
    mimeType: "application/json",
  },
];

export async function listResources(workspace: Workspace, cursor: string | undefined) {
  const { apis } = await workspace.read();
  const all = apis.flatMap(({ contract }) => [
    contractResource(contract),
    ...allCodes(contract).map((error) => [contract, error] as const),
  ]);
  const from = placeOf(cursor, all.length);
  const shown = all.slice(from, from + mostListed);
  return {
    resources: shown.map((each) => ("uri" in each ? each : codeResource(...each))),
    ...(from + mostListed < all.length && { nextCursor: String(from + mostListed) }),
  };
}

function contractResource({ id, title }: Contract) {
  return {
    uri: `${scheme}${id}/errors.json`,
    name: `${id}/errors.json`,
    title: told(`${title}: all errors`, 200),
    mimeType: "application/json",
  };
}

function codeResource({ id }: Contract, error: ContractError) {
  return {
    uri: `${scheme}${id}/codes/${inUri(error.code)}`,
    name: told(`${id}/${error.code}`, 300),
    title: told(meaningInShort(error), 200),
    description: told(`${statusesInWords(error)}, ${error.category ?? "by its status"}`, 200),
    mimeType: "text/markdown",
  };
}

/** The text of a resource; undefined where there is none. */
export async function readResource(workspace: Workspace, uri: string) {
  const [, id, code] = /^openapi-errors:\/\/([^/]+)\/(?:errors\.json|codes\/([^/]+))$/.exec(uri) ?? [];
  if (id === undefined) return undefined;
  const { apis } = await workspace.read();
  const contract = apis.find((api) => api.contract.id === id)?.contract;
  if (!contract) return undefined;
  if (code === undefined) {
    const text = JSON.stringify(contractJson(contract));
    if (text.length > mostCharacters)
      throw new Refusal(
        `errors.json of ${id} has ${Math.round(text.length / 1000)} kB, more than a context holds: ask list_errors, or write it with \`npx openapi-errors generate --emit json\``,
      );
    return { uri, mimeType: "application/json", text };
  }
  const error = allCodes(contract).find((each) => inUri(each.code) === code || each.code === code);
  return (
    error && {
      uri,
      mimeType: "text/markdown",
      text: renderTemplate("markdown/code", codeMarkdownView(error, contract)),
    }
  );
}

/** Half of a surrogate pair has no place in a URI. */
function inUri(code: string): string {
  return encodeURIComponent(code.replace(/\p{Cs}/gu, "\ufffd"));
}

/** What a half-typed variable of a template may become: at most 100, as the protocol has it. */
export async function completions(
  workspace: Workspace,
  { name, value }: { readonly name: string; readonly value: string },
  chosen: Readonly<Record<string, string>>,
) {
  const { apis } = await workspace.read();
  const ids = apis.map(({ contract }) => contract.id);
  const codes = apis
    .filter(({ contract }) => chosen.api === undefined || contract.id === chosen.api)
    .flatMap(({ contract }) => allCodes(contract).map(({ code }) => code));
  const all = [...new Set(name === "api" ? ids : name === "code" ? codes : [])];
  const letters = value.toLowerCase();
  const begun = all.filter((each) => each.toLowerCase().startsWith(letters));
  const within = all.filter((each) => !begun.includes(each) && each.toLowerCase().includes(letters));
  const found = [...begun, ...within];
  return {
    values: found.slice(0, 100).map((each) => told(each, 300)),
    total: found.length,
    hasMore: found.length > 100,
  };
}
