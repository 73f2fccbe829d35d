import { extname, resolve } from "node:path";
import { suggest } from "../../problem/suggest.js";
import { areBelow, isUrl, readText, rootFolderOf, shownPath } from "../../read/file.js";
import { escapeControls } from "../../runtime/text.js";
import { Refusal } from "./refusal.js";

/** A document that somebody else than the user named, as it was read: nobody puts another file in its place later. */
export interface PermittedDocument {
  readonly path: string;
  readonly text: string;
  /** The folder that its references may not leave. */
  readonly root: string;
}

const endings = [".yaml", ".yml", ".json"];
/** A line, or a member, that begins an OpenAPI document; in an errors.json, what says its format. */
const marks = {
  document: /(?:^|[{,])[ \t]{0,40}["']?(?:openapi|swagger)["']?[ \t]{0,40}:/m,
  contract: /^\s*\{\s*"format"\s*:\s*1\s*,/,
};

/**
 * The document at a path that an agent names, which may come from a web page that it read: an OpenAPI document below the
 * folder, or an errors.json where that will do. Of all other files nothing is told, not even whether they are there.
 */
export function permittedDocument(
  named: string,
  folder: string,
  { known, contracts }: { readonly known: readonly string[]; readonly contracts: boolean },
): PermittedDocument {
  const what = contracts ? "OpenAPI documents and errors.json files" : "OpenAPI documents";
  const shown = `\`${escapeControls(named.slice(0, 200))}\``;
  const meant = named.length > 200 ? undefined : suggest(named, known);
  const fix =
    meant === undefined ? (known.length === 0 ? "" : `; there is ${listOf(known)}`) : `; \`${meant}\` may be meant`;
  const refused = (why: string) =>
    new Refusal(`${shown} ${why}: only ${what} below ${shownPath(folder)} are read${fix}`);
  if (/[\u0000-\u001f]/.test(named) || isUrl(named)) throw refused("is no path of a document");
  const path = resolve(named);
  if (!areBelow(folder)(path)) throw refused("is not read");
  if (!endings.includes(extname(path).toLowerCase())) throw refused("is no document");
  const read = readText(path);
  if (!("text" in read)) throw refused(read.reason === "there is no such file" ? "is not there" : "can't be read");
  if (!marks.document.test(read.text) && !(contracts && marks.contract.test(read.text))) throw refused("is none");
  const own = rootFolderOf(path);
  return { path, text: read.text, root: own === folder || areBelow(folder)(own) ? own : folder };
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `\`${escapeControls(name)}\``);
  return names.length > shown.length ? `${shown.join(", ")} and ${names.length - shown.length} more` : shown.join(", ");
}
