import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cold } from "./cold.js";
import { emit, specOf, writtenContract } from "./own.js";
import { notInstalled, programOf } from "./peers.js";
import { timesOf } from "./processes.js";
import type { Outcome, Row, Setting } from "./row.js";

/** Tools that make a client, and no errors: other work on the same document, for orientation. */
interface Peer {
  readonly package: string;
  readonly path: string;
  readonly args: (document: string) => readonly string[];
  /** What it has to find in its folder. */
  readonly config?: (document: string) => string;
}

const imported = (name: string) => pathToFileURL(programOf(name, "dist/index.js") ?? "").href;

const peers: Readonly<Record<string, Peer>> = {
  "hey-api": {
    package: "@hey-api/openapi-ts",
    path: "bin/run.js",
    args: (document) => ["-i", document, "-o", "theirs", "--no-log-file"],
  },
  orval: {
    package: "orval",
    path: "dist/bin/orval.mjs",
    args: (document) => ["--input", document, "--output", "theirs/client.ts"],
  },
  kubb: {
    package: "@kubb/cli",
    path: "bin/kubb.cjs",
    args: () => ["generate", "--config", "kubb.config.mjs"],
    config: (document) => `import { defineConfig } from "${imported("@kubb/core")}";
import { pluginClient } from "${imported("@kubb/plugin-client")}";
import { pluginOas } from "${imported("@kubb/plugin-oas")}";
import { pluginTs } from "${imported("@kubb/plugin-ts")}";
export default defineConfig({
  input: { path: ${JSON.stringify(document)} },
  output: { path: "theirs", clean: true },
  plugins: [pluginOas(), pluginTs(), pluginClient()],
});
`,
  },
};

export const rows: readonly Row[] = Object.keys(peers).map((name) => ({
  name,
  group: "others",
  work: "one document of 990 lines, all but docs, cold",
  against: `${name}: types and a client, which is other work`,
  unit: "times",
  measure: (setting) => besideClient(peers[name]!, setting),
}));

async function besideClient({ package: name, path, args, config }: Peer, setting: Setting): Promise<Outcome> {
  const { folder } = setting;
  const program = programOf(name, path);
  if (program === undefined) return notInstalled(name);
  const document = specOf("momail");
  if (config) writeFileSync(join(folder, "kubb.config.mjs"), config(document));
  const before = () => rmSync(join(folder, "theirs"), { recursive: true, force: true });
  const theirs = { args: [program, ...args(document)], before };
  return timesOf([cold(document, emit.withTypes, folder)], [theirs], setting, () => {
    const made = readdirSync(join(folder, "theirs"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    const { operations } = writtenContract(join(folder, "ours/api"));
    for (const { id } of operations) assert.ok(made.includes(id), id);
    return `${operations.length} operations in what both wrote`;
  });
}
