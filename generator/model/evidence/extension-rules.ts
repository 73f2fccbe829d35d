import type { ExtensionPlace, ExtensionRule } from "../../read/extension-rule.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import type { Retry } from "../../runtime/category.js";
import { humanise } from "../definitions/humanise.js";

/** What an extension says of one code. */
export interface ExtensionEntry {
  readonly code: string;
  /** Whether it is written as a number. */
  readonly isNumber: boolean;
  readonly title: string | undefined;
  readonly meaning: string | undefined;
  readonly resolution: string | undefined;
  /** A status key; undefined where it names none. */
  readonly status: string | undefined;
  readonly retry: Retry | undefined;
  /** Whether it makes the code listed, or only tells of one that is. */
  readonly lists: boolean;
  readonly holder: Node;
}

const enumText = { places: ["schema"], alongEnum: "text" } as const;

/** Extensions that are in use. */
export const builtInRules: readonly ExtensionRule[] = [
  { name: "x-error-codes" },
  { name: "x-errors" },
  { name: "x-problem-types" },
  { name: "x-endpoint-errors", places: ["operation", "response"] },
  { name: "x-extensible-enum", places: ["schema"] },
  { name: "x-enum-elements", ...enumText },
  { name: "x-enum-descriptions", ...enumText },
  { name: "x-enumDescriptions", ...enumText },
  { name: "x-enum-varnames", places: ["schema"], alongEnum: "title" },
];

const usual = {
  code: ["code", "error-code", "error_code", "errorCode", "type", "slug", "name", "value", "id"],
  title: ["title", "summary"],
  text: ["description", "message", "meaning", "detail", "text"],
  status: ["status", "statusCode", "status_code", "httpStatus", "http_status", "http-status"],
  retry: ["retry", "retryable", "canRetry"],
};

/** How the member is called that says a status. */
export const statusNames: readonly string[] = usual.status;

/** All that the extensions at a node say, in the order of the rules. */
export function entriesAt(node: Node, place: ExtensionPlace, rules: readonly ExtensionRule[]): ExtensionEntry[] {
  const { value } = node;
  // Most nodes have none, and all are asked.
  if (!isObject(value)) return [];
  return rules
    .filter(({ name }) => Object.hasOwn(value, name))
    .filter(({ places }) => places === undefined || places.includes(place))
    .flatMap((rule) => entriesOf(child(node, rule.name), rule, child(node, "enum")));
}

/** A list of codes or of objects, a map from codes to texts or objects, or a map from names to such lists. */
function entriesOf(said: Node, rule: ExtensionRule, values: Node): ExtensionEntry[] {
  const entries = items(said);
  if (rule.alongEnum !== undefined && entries.length > 0 && entries.every(({ value }) => typeof value === "string"))
    return entries.flatMap((text, index) => textEntry(String(child(values, index).value ?? ""), text, rule));
  if (entries.length > 0) return entries.flatMap((item) => entryOf(undefined, item, rule));
  return members(said).flatMap(([key, member]) => {
    if (Array.isArray(member.value)) return items(member).flatMap((item) => entryOf(undefined, item, rule));
    return entryOf(key, member, rule);
  });
}

function textEntry(code: string, { value, ...rest }: Node, { alongEnum }: ExtensionRule): ExtensionEntry[] {
  if (code === "") return [];
  const said = alongEnum === "title" ? { title: humanise(String(value)) } : { meaning: String(value) };
  return [{ ...nothing, code, ...said, holder: { value, ...rest } }];
}

const nothing = {
  isNumber: false,
  title: undefined,
  meaning: undefined,
  resolution: undefined,
  status: undefined,
  retry: undefined,
  lists: false,
};

function entryOf(key: string | undefined, node: Node, rule: ExtensionRule): ExtensionEntry[] {
  const lists = rule.alongEnum === undefined;
  if (!isObject(node.value)) {
    const code = key ?? codeText(node.value);
    const meaning = key !== undefined && typeof node.value === "string" ? node.value : undefined;
    const isNumber = key === undefined && typeof node.value === "number";
    return code === undefined ? [] : [{ ...nothing, code, isNumber, meaning, lists, holder: node }];
  }
  const first = (names: readonly string[]) =>
    names.map((name) => child(node, name).value).find((value) => value !== undefined);
  const text = (names: readonly string[]) => {
    const value = first(names);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const written = key ?? first(rule.code ?? usual.code);
  const code = codeText(written);
  if (code === undefined) return [];
  const status = first(rule.status ?? usual.status);
  return [
    {
      code,
      isNumber: typeof written === "number",
      title: text(rule.title ?? usual.title),
      meaning: text(rule.text ?? usual.text),
      resolution: text(["resolution", "recoveryHint", "remedy"]),
      status: status === undefined ? undefined : String(status),
      retry: retryOf(first(rule.retry ?? usual.retry)),
      lists,
      holder: node,
    },
  ];
}

function codeText(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || Number.isInteger(value) ? String(value) : undefined;
}

function retryOf(value: unknown): Retry | undefined {
  if (value === true) return "backoff";
  if (value === false) return "never";
  return value === "never" || value === "backoff" || value === "after-delay" ? value : undefined;
}
