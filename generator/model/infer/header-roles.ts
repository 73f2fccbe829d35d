import type { Sources } from "../../read/reader.js";
import { child, members, type Node, textAt } from "../../read/source.js";
import type { DelayHeader } from "../../runtime/contract.js";
import type { ResponseNode } from "../document/operations.js";
import { headerIdRank } from "./id-name.js";

type Follow = Sources["follow"];

/** A header that an answer declares. */
export interface Header {
  readonly name: string;
  readonly node: Node;
  readonly schema: Node;
}

/** What headers say of an error, as far as their names tell. */
export interface HeaderRoles {
  readonly requestIdHeaders: readonly string[];
  readonly delayHeaders: readonly DelayHeader[];
  /** The header that says the code. */
  readonly codeHeader: string | undefined;
}

/** The roles of the headers that answers declare. `X-Request-Id` is looked at in any case. */
export function headerRoles(responses: readonly ResponseNode[], follow: Follow): HeaderRoles {
  const nodes = new Map(responses.map(({ node }) => [node.value, node]));
  const all = [...nodes.values()].flatMap((node) => headersOf(node, follow));
  const byName = new Map(all.map((header) => [header.name.toLowerCase(), header]));
  const names = [...byName.keys()].sort();
  const rankOf = (name: string) => headerIdRank(name) ?? (saysId(byName.get(name)!) ? Number.MAX_VALUE : undefined);
  const ids = names.filter((name) => name !== "x-request-id" && rankOf(name) !== undefined);
  const ranked = ids.sort((a, b) => rankOf(a)! - rankOf(b)!);
  return {
    requestIdHeaders:
      ranked.length > 0 ? ["x-request-id", ...ranked].map((name) => byName.get(name)?.name ?? usual) : [],
    delayHeaders: names.flatMap((name) => delayHeaderOf(byName.get(name)!)),
    codeHeader: names.map((name) => byName.get(name)!).find(holdsCode)?.name,
  };
}

const usual = "X-Request-Id";

/** `x-fapi-interaction-id`: an id by its name, of what by its description. */
function saysId(header: Header): boolean {
  return (
    /-(?:id|uuid|guid)$/i.test(header.name) && /\b(?:correlation|request|trac(?:e|ing)) id\b/i.test(textOf(header))
  );
}

/** `x-error-code`, `x-amzn-errortype`, `x-ms-error-code`, `x-error`, `x-error-reason`. */
const namesCode = /^(?:.*-)?err(?:or)?-?(?:code|type|name|key|reason)?$/;

/** A header that is only called `error` may describe it: what says so of itself holds a text for people. */
function holdsCode(header: Header): boolean {
  const word = header.name.toLowerCase();
  return (
    namesCode.test(word) &&
    !(/err(?:or)?(?:-?reason)?$/.test(word) && /\b(?:describ|descripti|messag|text|human)/i.test(textOf(header)))
  );
}

function textOf({ node, schema }: Header): string {
  return `${textAt(node, "description") ?? ""} ${textAt(schema, "description") ?? ""}`;
}

export function headersOf(response: Node, follow: Follow): Header[] {
  return members(child(response, "headers")).map(([name, header]) => {
    const node = follow(header);
    return { name, node, schema: follow(child(node, "schema")) };
  });
}

const retryNames = /^(?:.*-)?retry-?(?:after|in|delay)-?(ms|millis(?:econds)?)?(?:s|sec|seconds)?$/;
const rateLimit = /^(?:x-)?rate-?limit-(?=[a-z-]*$)/;

function delayHeaderOf(header: Header): DelayHeader[] {
  const { name } = header;
  const word = name.toLowerCase();
  const text = textOf(header);
  if (word === "ratelimit") return [{ name, unit: "seconds" }];
  if (rateLimit.test(word) && word.split("-").includes("reset")) {
    const isDelay =
      word.endsWith("after") || /seconds (?:until|left|remaining|to wait|before)|number of seconds/i.test(text);
    const isTime = /epoch|unix|timestamp|utc/i.test(text);
    return [{ name, unit: isDelay && !isTime ? "seconds" : "epoch-seconds" }];
  }
  const [isDelay, isShort] = retryNames.exec(word) ?? [];
  if (isDelay === undefined || word === "retry-after") return [];
  return [{ name, unit: isShort || /millisecond/i.test(text) ? "milliseconds" : "seconds" }];
}
