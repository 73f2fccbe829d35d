import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { runCli, temporaryFolder } from "../support/cli.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = readdirSync(fixtures);
type Json = Readonly<Record<string, unknown>>;

/** The same document, written in another way. */
const rewritings: Readonly<Record<string, (document: Json) => unknown>> = {
  "as JSON": (document) => document,
  "with its keys the other way round": reversed,
  "with its components repeated where they are used": (document) => inlined(document, document, 0),
};

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
      for (const name of names) assert.equal(written(title, name), written("plain", name), name);
    });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

/** Every reference within the document replaced by what it leads to; one that leads back to itself stays. */
function inlined(value: unknown, document: Json, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, document, depth));
  if (typeof value !== "object" || value === null) return value;
  const { $ref } = value as { readonly $ref?: unknown };
  if (typeof $ref === "string" && $ref.startsWith("#/") && depth < 5 && !isRecursive($ref, document))
    return inlined(targetOf($ref, document), document, depth + 1);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inlined(member, document, depth)]));
}

function targetOf(reference: string, document: Json): unknown {
  const tokens = reference.slice(2).split("/");
  return tokens.reduce((value: unknown, token) => (value as Json)[token], document);
}

function isRecursive(reference: string, document: Json): boolean {
  return JSON.stringify(targetOf(reference, document)).includes(reference);
}
