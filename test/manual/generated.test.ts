import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { docs, generatedPages } from "./generated.js";

const renew = "UPDATE=1 node --import tsx --test test/manual/generated.test.ts";

test("what the manual takes from schemas, help, problems and changes is what these say; UPDATE=1 writes it", async () => {
  for (const { path, text } of await generatedPages()) {
    const file = join(docs, path);
    if (process.env.UPDATE) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    assert.equal(
      existsSync(file) ? readFileSync(file, "utf8") : "",
      text,
      `docs/${path} is out of date: type ${renew}`,
    );
  }
});

test("every page of a problem or of a change is of one that there is", async () => {
  const known = (await generatedPages()).map(({ path }) => path);
  for (const folder of ["problems", "changes"])
    for (const name of readdirSync(join(docs, folder)))
      assert.ok(known.includes(`${folder}/${name}`), `there is none any more: type git rm docs/${folder}/${name}`);
});
