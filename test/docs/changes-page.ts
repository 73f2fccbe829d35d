import { fileURLToPath } from "node:url";
import { changelogOf } from "../../generator/diff/changelog.js";
import { sideOfContract } from "../../generator/diff/side.js";
import { readContract } from "../../generator/read-contract.js";
import { renderChangesPage } from "../../generator/render/changes-page.js";

/** A page of changes with all that there can be: an API is held against another one, as if that had been its first version. */
export function changesPage(): string {
  const [first, contract] = ["tenantcore", "momail"].map((id) => {
    const { read } = readContract(fileURLToPath(new URL(`../../spec/${id}.yaml`, import.meta.url)));
    if (!read) throw new Error(`spec/${id}.yaml can't be read`);
    return read.contract;
  });
  const now = { ...contract!, version: "2.0.0" };
  return renderChangesPage(now, changelogOf([sideOfContract(first!)], sideOfContract(now))).text;
}
