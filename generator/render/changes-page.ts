import type { Change } from "../diff/change.js";
import type { VersionChanges } from "../diff/changelog.js";
import { witnessLines } from "../diff/witness-text.js";
import type { Contract } from "../model/contract.js";
import { allCodes } from "../model/derived/all-codes.js";
import { pageNames } from "../model/derived/page-names.js";
import { richLine } from "../view/html/rich-text.js";
import { html, htmlWithin } from "../view/html/text.js";
import { counted } from "../view/words.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/** The page that says what each version changed. */
export function renderChangesPage(contract: Contract, log: readonly VersionChanges[]): GeneratedFile {
  const assets = pageAssets(["page.css", "changes.css", "print.css"], []);
  const { id, title } = contract;
  const pages = pageNames(allCodes(contract));
  const linkOf = (code: string | null) => {
    const page = code === null ? undefined : pages.get(code);
    return page === undefined ? undefined : html(`errors/${page}.html`);
  };
  const view = {
    head: htmlWithin(`What changed · ${title}`, 70),
    title: html(title),
    index: html(`../index.html#${new URLSearchParams({ api: id })}`),
    versions: log.map((entry) => versionView(entry, linkOf)),
  };
  return { path: `docs/${id}/changes.html`, text: renderTemplate("docs/changes", { ...assets, ...view }) };
}

type LinkOf = (code: string | null) => ReturnType<typeof html> | undefined;

function versionView({ version, errors, changes }: VersionChanges, linkOf: LinkOf) {
  const first = changes === undefined ? html(`the first one here: ${counted(errors, "error")}`) : undefined;
  return {
    version: html(version ?? "Not released yet"),
    said: changes?.length === 0 ? html("no change of errors") : first,
    changes: (changes ?? []).map((change) => changeView(change, linkOf)),
  };
}

function changeView({ level, message, hurts, code, to, witness }: Change, linkOf: LinkOf) {
  return {
    level: html(level),
    message: richLine(message),
    hurts: hurts.length === 0 ? undefined : html(`Hurts ${hurts.join(", ")}.`),
    link: linkOf(to ?? code),
    code: html(to ?? code ?? ""),
    witness: witness ? html(witnessLines(witness).join("\n")) : undefined,
  };
}
