import type { ExtensionPlace, ExtensionRule } from "../../read/extension-rule.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import { humanise } from "../definitions/humanise.js";
import { isCatalogueNumber } from "../texts/catalogue-number.js";
import { enumTexts, enumValuesAt } from "./enum-extensions.js";
import { codeText, type ExtensionEntry, nothingSaid, retryOf } from "./extension-entry.js";
import { unnamedLists } from "./unnamed-lists.js";
import { usual } from "./usual-members.js";

/** What our own lists of codes are called. */
export const ownList = "x-error-codes";

/** All that the extensions at a node say, in the order of the rules; what goes with an enum without any comes last. */
export function entriesAt(node: Node, place: ExtensionPlace, rules: readonly ExtensionRule[]): ExtensionEntry[] {
  const { value } = node;
  // Most nodes have none, and all are asked.
  if (!isObject(value)) return [];
  const own = rules
    .filter(({ name, passesOver }) => Object.hasOwn(value, name) && !passesOver?.(value[name]))
    .filter(({ places }) => places === undefined || places.includes(place));
  const said = own.flatMap((rule) => entriesOf(child(node, rule.name), rule, enumValuesAt(node)));
  if (place !== "schema") {
    const named = new Set(rules.map(({ name }) => name));
    const lists = unnamedLists(node, (name) => named.has(name));
    return [...said, ...lists.flatMap((list) => entriesOf(list, { name: "" }, []))];
  }
  const ruled = new Set(own.map(({ name }) => name));
  const ofValue = (code: string, member: Node) => entryOf(code, member, { name: "", alongEnum: "text" });
  return [...said, ...enumTexts(node, (name) => ruled.has(name), ofValue)];
}

/** A list of codes or of objects, a map from codes to texts or objects, or a map from names to such lists. */
function entriesOf(said: Node, rule: ExtensionRule, values: readonly Node[]): ExtensionEntry[] {
  const entries = items(said);
  if (rule.alongEnum !== undefined && entries.length > 0 && entries.every(({ value }) => typeof value === "string"))
    return entries.flatMap((text, index) => textEntry(String(values[index]?.value ?? ""), text, rule));
  if (entries.length > 0) return entries.flatMap((item) => entryOf(undefined, item, rule));
  return members(said).flatMap(([key, member]) => {
    if (Array.isArray(member.value)) return items(member).flatMap((item) => entryOf(undefined, item, rule));
    return entryOf(key, member, rule);
  });
}

function textEntry(code: string, { value, ...rest }: Node, { alongEnum }: ExtensionRule): ExtensionEntry[] {
  if (code === "") return [];
  const said = alongEnum === "title" ? { title: humanise(String(value)) } : { meaning: String(value) };
  return [{ ...nothingSaid, code, ...said, holder: { value, ...rest } }];
}

function entryOf(key: string | undefined, node: Node, rule: ExtensionRule): ExtensionEntry[] {
  const lists = rule.alongEnum === undefined;
  if (!isObject(node.value)) {
    const code = key ?? codeText(node.value);
    const text = key !== undefined && typeof node.value === "string" ? node.value : undefined;
    const said = rule.alongEnum === "title" && text !== undefined ? { title: humanise(text) } : { meaning: text };
    const isNumber = key === undefined && typeof node.value === "number";
    return code === undefined ? [] : [{ ...nothingSaid, code, isNumber, ...said, lists, holder: node }];
  }
  const first = (part: keyof typeof usual) =>
    (rule[part as "code"] ?? usual[part]).map((name) => child(node, name).value).find((value) => value !== undefined);
  const text = (part: keyof typeof usual) => {
    const value = first(part);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const written = key ?? first("code");
  const code = codeText(written);
  if (code === undefined) return [];
  const status = first("status");
  const deprecated = first("deprecated");
  // Nobody promised anything by a list that is not ours.
  const retired = rule.name === ownList && first("retired") === true;
  return [
    {
      ...nothingSaid,
      code,
      isNumber: typeof written === "number",
      title: text("title") ?? nameOfNumber(code, node),
      meaning: text("text"),
      resolution: text("resolution"),
      status: status === undefined ? undefined : String(status),
      retry: retryOf(first("retry")),
      deprecated: deprecated === undefined ? undefined : deprecated !== false && deprecated !== null,
      since: text("since"),
      replacedBy: codeText(first("replacedBy")),
      retired,
      // What is sent no more is listed nowhere, wherever that is said.
      lists: lists && !retired,
      holder: node,
    },
  ];
}

/** What programs call a number by says more than `Error 4711` does; a code that is a name needs no other. */
function nameOfNumber(code: string, node: Node): string | undefined {
  const name = child(node, "name").value;
  return isCatalogueNumber(code) && typeof name === "string" && name !== "" ? humanise(name) : undefined;
}
