import { extname, resolve } from "node:path";
import { mapParser } from "../read/parse.js";
import { positionOf } from "../read/position.js";
import { child, items, keysOf, members, type Node, rootOf, textAt } from "../read/source.js";
import type { CatalogueRead, Entry } from "./entry.js";

const parse = mapParser('a message catalogue is a map, like `{ "errors": { "order_limit_reached": "..." } }`');

/** The texts of a catalogue in JSON or YAML, in whatever way they are nested. */
export function entriesOfTree(file: string, text: string): CatalogueRead {
  const parsed = parse(file, text);
  if ("problems" in parsed) return parsed;
  const root = rootOf({ file, path: resolve(file), text, ...parsed });
  if (extname(file).toLowerCase() === ".xcstrings") return { entries: entriesOfStrings(root) };
  return { entries: entriesBelow(root, "") };
}

function entriesBelow(node: Node, key: string): Entry[] {
  const { value } = node;
  if (typeof value === "object" && value !== null) {
    const inner = Array.isArray(value)
      ? items(node).map((item) => [textAt(item, "id") ?? item.key, item] as const)
      : members(node).filter(([name]) => !isAbout(name));
    return inner.flatMap(([name, member]) => entriesBelow(member, key === "" ? name : `${key}.${name}`));
  }
  const text = value === null || value === undefined ? "" : String(value);
  return [{ key, text, position: () => positionOf(node, true) }];
}

/** In an Application Resource Bundle, `@name` says something about `name`, and `@@locale` about the file. */
function isAbout(name: string): boolean {
  return /^@@?[A-Za-z_]/.test(name);
}

/**
 * A string catalogue of Xcode holds all languages: each key has the texts of those into which it was translated, and in the
 * language of the source is its own text.
 */
function entriesOfStrings(root: Node): Entry[] {
  const strings = members(child(root, "strings"));
  const source = textAt(root, "sourceLanguage") ?? "en";
  const translated = strings.flatMap(([, entry]) => keysOf(child(entry, "localizations")));
  const languages = [...new Set([source, ...translated])];
  return strings.flatMap(([key, entry]) =>
    languages.map((language): Entry => {
      const unit = child(entry, "localizations", language);
      const text = textIn(unit) ?? (language === source && unit.value === undefined ? key : "");
      return {
        key,
        language,
        text,
        position: () => positionOf(unit.value === undefined ? entry : unit, true),
      };
    }),
  );
}

/** Of a text, or of its variations by number or device the first. */
function textIn(unit: Node): string | undefined {
  const own = textAt(unit, "stringUnit", "value");
  if (own !== undefined) return own;
  const [, kind] = members(child(unit, "variations"))[0] ?? [];
  const [, first] = kind ? (members(kind)[0] ?? []) : [];
  return first && textIn(first);
}
