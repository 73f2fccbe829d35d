import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { spawnArguments, together } from "../support/cli.js";
import { filesIn, folderWith } from "./folder.js";

const keys = fileURLToPath(new URL("keys.py", import.meta.url));
const [enter, down, erase, interrupt] = ["\r", "\u001b[B", "\u007f", "\u0003"];

interface Asked {
  readonly status: number | null;
  readonly shown: string;
}

/** Runs init on a terminal of its own, and types an answer to each question. */
async function asked(cwd: string, args: readonly string[], answers: readonly (readonly [string, string])[]) {
  const { CI: _, ...env } = process.env;
  return new Promise<Asked>((resolve) => {
    const command = [keys, JSON.stringify(answers), ...spawnArguments(["init", ...args])];
    const child = execFile("python3", command, { cwd, env }, (_error, shown) =>
      resolve({ status: child.exitCode, shown }),
    );
  });
}

/** Another name than the one that is suggested. */
function typed(text: string, suggested: string): string {
  return erase.repeat(suggested.length) + text + enter;
}

describe("init asks on a terminal", together, () => {
  const start = (t: TestContext) => folderWith(t, {});

  test("what was answered is what is written", async (t) => {
    const folder = start(t);
    const { status, shown } = await asked(
      folder,
      [],
      [
        ["document to start from", enter],
        ["What is the API called?", typed("billing", "shop")],
        ["Where is code written to?", typed("gen", "generated")],
        ["Python too", `y`],
        ["What checks", down + enter],
      ],
    );
    assert.equal(status, 0, shown);
    const files = filesIn(folder);
    assert.deepEqual(Object.keys(files), [".gitlab-ci.yml", "openapi.yaml", "redocly.yaml"]);
    const { root, "x-openapi-errors": settings } = parse(files["redocly.yaml"] ?? "").apis.billing;
    assert.deepEqual([root, settings.output, settings.emit.includes("python")], ["openapi.yaml", "gen", true]);
  });

  test("what a flag says is not asked, and a name that is no id is not taken", async (t) => {
    const folder = start(t);
    const { status, shown } = await asked(
      folder,
      ["--python", "--ci", "none", "--output", "gen"],
      [
        ["document to start from", enter],
        ["What is the API called?", typed("My API", "shop")],
        ["`my_api`, say.", typed("my_api", "My API")],
      ],
    );
    assert.equal(status, 0, shown);
    assert.doesNotMatch(shown, /Where is code|Python too|What checks/);
    assert.match(readFileSync(join(folder, "redocly.yaml"), "utf8"), /^ {2}my_api:$/m);
  });

  test("--yes asks nothing", async (t) => {
    const folder = start(t);
    const { status, shown } = await asked(folder, ["--yes"], []);
    assert.equal(status, 0);
    assert.doesNotMatch(shown, /document to start from/);
  });

  test("Ctrl-C writes nothing, and exits 1", async (t) => {
    const folder = start(t);
    const { status, shown } = await asked(
      folder,
      [],
      [
        ["document to start from", enter],
        ["What is the API called?", interrupt],
      ],
    );
    assert.equal(status, 1);
    assert.match(shown, /nothing was written/);
    assert.deepEqual(filesIn(folder), {});
  });
});
