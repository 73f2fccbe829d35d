import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { figuresOf } from "./figures.js";
import { emit, own, specOf, writtenContract } from "./own.js";
import { notInstalled, programOf } from "./peers.js";
import { type Program, type Runs, runsOf, timesIn, timesOf } from "./processes.js";
import { type RealDocument, realDocument } from "./real.js";
import type { Outcome, Row, Setting } from "./row.js";

/** Documents that were never generated before, beside tools that read all of them too. */
const openapiTypescript = "openapi-typescript CLI";

export const rows: readonly Row[] = [
  {
    name: "cold",
    group: "generate",
    work: "one document of 780 lines, all but types and docs, cold",
    against: openapiTypescript,
    unit: "times",
    target: 0.2,
    measure: (setting) => besideTypes(specOf("inbox"), emit.withoutTypes, setting),
  },
  ofReal("github", "GitHub, 13 MB of JSON, all but types and docs", emit.withoutTypes, 0.1),
  ofReal("github-types", "GitHub, 13 MB of JSON, all but docs", emit.withTypes, 0.25),
  {
    name: "github-memory",
    group: "generate",
    work: "GitHub, 13 MB of JSON, all but docs: peak memory",
    against: openapiTypescript,
    unit: "times",
    target: 0.4,
    measure: ofMemory,
  },
  ofReal("stripe", "Stripe, 4 MB of YAML, all but types and docs", emit.withoutTypes, 0.25),
  ofReal("stripe-types", "Stripe, 4 MB of YAML, all but docs", emit.withTypes, 0.4),
  {
    name: "digitalocean",
    group: "generate",
    work: "DigitalOcean, a thousand files, all but types and docs",
    against: "redocly bundle",
    unit: "times",
    target: 0.7,
    measure: besideBundle,
  },
];

function ofReal(name: string, work: string, kinds: string, target: number): Row {
  const document = name.split("-")[0] as RealDocument;
  const measure = async (setting: Setting): Promise<Outcome> => {
    const path = realDocument(document, setting);
    return typeof path === "string" ? besideTypes(path, kinds, setting) : path;
  };
  return { name, group: "generate", work, against: openapiTypescript, unit: "times", target, measure };
}

async function besideTypes(path: string, kinds: string, setting: Setting): Promise<Outcome> {
  const peer = programOf("openapi-typescript", "bin/cli.js");
  return peer === undefined
    ? notInstalled("openapi-typescript")
    : timesIn(await runsBeside(peer, path, kinds, setting));
}

/** The same processes as in the row of their time, by another figure. */
async function ofMemory(setting: Setting): Promise<Outcome> {
  const path = realDocument("github", setting);
  if (typeof path !== "string") return path;
  const peer = programOf("openapi-typescript", "bin/cli.js");
  if (peer === undefined) return notInstalled("openapi-typescript");
  const { runs, checked } = await runsBeside(peer, path, emit.withTypes, setting);
  const megabytes = runs.map(({ ours, theirs }) => ({ ours: ours.megabytes, theirs: theirs.megabytes }));
  return figuresOf(megabytes, "MB", checked);
}

const runsSoFar = new Map<string, Promise<Runs>>();

function runsBeside(peer: string, path: string, kinds: string, setting: Setting): Promise<Runs> {
  const { folder } = setting;
  const key = `${basename(path)} ${kinds}`;
  const before = () => rmSync(join(folder, "peer.ts"), { force: true });
  const theirs: Program = { args: [peer, path, "-o", "peer.ts"], before };
  const check = () => {
    const paths = pathsOf(folder);
    const [, listed = ""] =
      /^export interface paths \{\n(.*?)^\}/ms.exec(readFileSync(join(folder, "peer.ts"), "utf8")) ?? [];
    assert.deepEqual([...listed.matchAll(/^ {4}"(\/.*)": \{$/gm)].map(([, one]) => one).sort(), paths);
    return `${paths.length} paths in what both wrote`;
  };
  const runs = runsSoFar.get(key) ?? runsOf([cold(path, kinds, folder)], [theirs], setting, check);
  runsSoFar.set(key, runs);
  return runs;
}

async function besideBundle(setting: Setting): Promise<Outcome> {
  const { folder } = setting;
  const path = realDocument("digitalocean", setting);
  if (typeof path !== "string") return path;
  const peer = programOf("@redocly/cli", "bin/cli.js");
  if (peer === undefined) return notInstalled("@redocly/cli");
  const theirs: Program = { args: [peer, "bundle", path, "-o", "peer.json"] };
  return timesOf([cold(path, emit.withoutTypes, folder)], [theirs], setting, () => {
    const paths = pathsOf(folder);
    const bundled = JSON.parse(readFileSync(join(folder, "peer.json"), "utf8")) as { paths: object };
    assert.deepEqual(Object.keys(bundled.paths).sort(), paths);
    return `${paths.length} paths in what both wrote`;
  });
}

/** Our program for a document that it has not seen: nothing is left of what it wrote before. */
export function cold(path: string, kinds: string, folder: string): Program {
  const before = () => rmSync(join(folder, "ours"), { recursive: true, force: true });
  return own(["generate", path, "--id", "api", "-o", "ours", "--emit", kinds], { before });
}

function pathsOf(folder: string): string[] {
  return [...new Set(writtenContract(join(folder, "ours/api")).operations.map(({ path }) => path))].sort();
}
