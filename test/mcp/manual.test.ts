import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { registration } from "../../generator/commands/mcp/registration.js";
import { blocksIn, fileOf, textOf } from "../manual/pages.js";
import { temporaryFolder } from "../support/cli.js";
import { connect } from "./client.js";

const page = "docs/agents.md";

test("what docs/agents.md shows of an answer is what an agent gets", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
  const { call, client } = await connect(t, folder, ["openapi.yaml"]);
  const { text } = await call("list_errors", { operation: "createOrder" });
  assert.ok(
    blocksIn(page).some((block) => block.text.trim() === text.trim()),
    text,
  );
  const { resources } = await client.listResources();
  for (const [, uri] of textOf(page).matchAll(/`(openapi-errors:\/\/[^`]+)`/g))
    assert.ok(
      resources.some((resource) => resource.uri === uri),
      uri,
    );
});

test("it registers as the program itself says in a terminal", () => {
  const said = registration([]);
  assert.ok(blocksIn(page).some(({ text }) => said.includes(text.trim()) && text.startsWith("claude mcp add")));
  const entries = [".cursor/mcp.json", ".vscode/mcp.json"].map((title) => JSON.parse(fileOf(page, title)));
  for (const entry of entries) {
    const { command, args } = Object.values(Object.values(entry)[0] as object)[0];
    assert.ok(said.includes(JSON.stringify({ command, args })));
  }
});
