import { operationAt } from "../../answers/operation-at.js";
import type { Operation } from "../../model/contract.js";
import { suggest } from "../../problem/suggest.js";
import { operationsNamed } from "../../view/terminal/operation.js";
import { told } from "./bounded.js";
import { Refusal } from "./refusal.js";
import type { ReadApi } from "./workspace.js";

/** An operation, and whose it is. */
export interface NamedOperation extends ReadApi {
  readonly operation: Operation;
}

/** `createOrder (POST /orders)`; one without an id is called by its place alone. */
export function operationInWords({ id, method, path }: Operation): string {
  const place = `${method} ${path}`;
  return told(id === place ? place : `${id} (${place})`, 300);
}

/**
 * The operations that are meant by an id, by a method and a path as a document has it, or by a method and a URL as a program
 * calls it; of several APIs, each that has it. Throws where none has, and names what may be meant.
 */
export function operationsMeant(word: string, apis: readonly ReadApi[]): readonly NamedOperation[] {
  const named = apis.flatMap((api) => {
    const ids = new Set(operationsNamed(word, api.contract));
    return api.contract.operations.filter(({ id }) => ids.has(id)).map((operation) => ({ ...api, operation }));
  });
  if (named.length > 0) return named;
  const [, method, place] = /^\s*(?:([A-Za-z]{3,7})\s+)?((?:https?:\/\/|\/)\S*)\s*$/.exec(word) ?? [];
  const called = apis.flatMap((api) => {
    const operation = place === undefined ? undefined : operationAt(place, method?.toUpperCase(), api.contract);
    return operation ? [{ ...api, operation }] : [];
  });
  // Whose server it is goes before whose path it ends in.
  const served = called.filter(({ contract: { server } }) => server !== undefined && place?.startsWith(server));
  const likely = served.length > 0 ? served : called;
  const longest = Math.max(...likely.map(({ operation }) => operation.path.split("/").length));
  const best = likely.filter(({ operation }) => operation.path.split("/").length === longest);
  if (best.length > 0) return best;
  throw new Refusal(`no operation is \`${told(word, 200)}\`: ${instead(word, apis)}`);
}

/** Those that are called almost so, or have a word of it in their names. */
function instead(word: string, apis: readonly ReadApi[]): string {
  const all = apis.flatMap(({ contract }) => contract.operations);
  const near =
    word.length > 100
      ? undefined
      : suggest(
          word,
          all.map(({ id }) => id),
        );
  const nearest = all.filter(({ id }) => id === near);
  const letters = word.toLowerCase().replace(/^[a-z]{3,7}\s+(?=\/)/, "");
  const alike = all.filter(({ id, path }) => `${id} ${path}`.toLowerCase().includes(letters));
  const shown = [...new Set([...nearest, ...(letters.length > 2 ? alike : []), ...all])].slice(0, 10);
  const rest = all.length - shown.length;
  const list = shown.map((operation) => `\`${operationInWords(operation)}\``).join(", ");
  return `${near === undefined ? "there is" : "maybe"} ${list}${rest > 0 ? ` and ${rest} more` : ""}; name one by its id, or as \`GET /path\``;
}
