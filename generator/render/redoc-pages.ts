import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { packageFolder } from "../package/folder.js";
import { byTool } from "../problem/tool.js";
import { beginningOf } from "../read/lines.js";
import { redocOptions, redocPage } from "./redoc-page.js";
import { renderByRedoc } from "./redoc-renderer.js";
import { redoclyVersion } from "./redocly.js";

/** Rises where something else is made of a page of Redoc. */
const form = 4;

/** What pages are built with: where it changes, they are built again. */
export const redocBuilder = [
  form,
  redoclyVersion,
  JSON.stringify(redocOptions),
  ...["hbs", "css"].map(partOfPage),
].join("\n");

function partOfPage(ending: string): string {
  return readFileSync(new URL(`templates/redoc/page.${ending}`, packageFolder), "utf8");
}

const building = {
  tool: "Redoc",
  makes: "a page",
  fix: "see whether `npx redocly lint` says more of it; until it is mended, leave `docs` out of `--emit`",
};

/** A document to show, as JSON, and its file as problems name it. */
export interface ShownDocument {
  readonly json: string;
  /** As the other pages have it. */
  readonly title: string;
  readonly file: string;
}

/** Above this a page takes longer than to load what makes it, and is better made beside others. */
const together = { pages: 8, characters: 1_000_000 };

/**
 * A self-contained page for each document. They ask nobody for anything, neither now nor when opened. Where some can't be
 * made, throws what is wrong with each.
 */
export async function buildRedocPages(documents: readonly ShownDocument[]): Promise<string[]> {
  const groups = groupsOf(documents);
  const made = groups.map((): PromiseSettledResult<string>[] => []);
  const left = [...groups.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) made[next[0]] = await buildGroup(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(groups.length, availableParallelism()) }, work));
  const outcomes = made.flat();
  const failed = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failed.length > 0) throw new AggregateError(failed);
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}

function groupsOf(documents: readonly ShownDocument[]): ShownDocument[][] {
  const groups: ShownDocument[][] = [];
  let characters = 0;
  for (const document of documents) {
    characters += document.json.length;
    const last = groups.at(-1);
    if (last !== undefined && last.length < together.pages && characters <= together.characters) last.push(document);
    else {
      groups.push([document]);
      characters = document.json.length;
    }
  }
  return groups;
}

async function buildGroup(documents: readonly ShownDocument[]): Promise<PromiseSettledResult<string>[]> {
  const outcomes = await renderByRedoc(
    documents.map(({ json }) => json),
    redocOptions,
  );
  const pages = outcomes.map(async (outcome, place) => {
    const { file, ...shown } = documents[place]!;
    return byTool({ ...building, position: () => beginningOf(file) }, () => {
      if ("failed" in outcome) throw outcome.failed;
      return redocPage(shown, outcome.rendered);
    });
  });
  const settled = await Promise.allSettled(pages);
  // What renders them ends at one that it fails at: the others begin anew.
  const others = documents.slice(settled.length);
  return others.length === 0 ? settled : [...settled, ...(await buildGroup(others))];
}
