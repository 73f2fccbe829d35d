import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { runCli, temporaryFolder } from "../support/cli.js";
import { rewritings } from "./rewritings.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = readdirSync(fixtures);
type Json = Readonly<Record<string, unknown>>;

test("how a document is written makes no difference to its errors.json", async (t) => {
  const folder = temporaryFolder(t);
  const generate = (documents: readonly string[], output: string) => {
    const { status, stderr } = runCli(["generate", ...documents, "--output", join(folder, output), "--emit", "json"]);
    assert.equal(status, 0, stderr);
  };
  const written = (output: string, name: string) =>
    readFileSync(join(folder, output, name.replaceAll("-", "_"), "errors.json"), "utf8");
  generate(
    names.map((name) => join(fixtures, name, "openapi.yaml")),
    "plain",
  );

  for (const [title, rewrite] of Object.entries(rewritings))
    await t.test(title, () => {
      const copy = join(folder, `documents ${title}`);
      cpSync(fixtures, copy, { recursive: true });
      const documents = names.map((name) => {
        const text = readFileSync(join(copy, name, "openapi.yaml"), "utf8");
        rmSync(join(copy, name, "openapi.yaml"));
        const path = join(copy, name, "openapi.json");
        writeFileSync(path, JSON.stringify(rewrite(parse(text) as Json)));
        return path;
      });
      generate(documents, title);
      // A discriminator names components: a copy of one has no name.
      const same = names.filter((name) => !name.startsWith("discriminators") || !title.includes("repeated"));
      for (const name of same) assert.equal(written(title, name), written("plain", name), name);
    });
});
