import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../manual/pages.js";
import { runPython } from "../python/run-python.js";
import { temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { open, type Session } from "./client.js";

const generated = join(root, "generated");
const apis = readdirSync(generated).filter(
  (name) => !["docs", "runtime", "__init__.py"].includes(name) && !name.includes("."),
);

/** Every operation of the five contracts. */
const operations = apis.flatMap((api) => {
  const contract = JSON.parse(readFileSync(join(generated, api, "errors.json"), "utf8"));
  return contract.operations.map(({ id }: { id: string }) => ({ api, id })) as { api: string; id: string }[];
});

describe("the programs that handle_errors writes", () => {
  let session: Session;
  before(async () => {
    session = await open(root);
  });
  after(() => session?.client.close());

  const programs = async (language: string, side = "client"): Promise<string[]> => {
    const made: string[] = [];
    for (const { api, id } of operations) {
      const { data, text } = await session.call("handle_errors", {
        operation: id,
        api,
        language,
        side,
        file: "a/program.ts",
      });
      assert.ok(data, text);
      made.push(data.program);
    }
    return made;
  };

  test("TypeScript: they compile as strictly as can be, with a handler for each code", async (t) => {
    const folder = temporaryFolder(t);
    for (const api of [...apis, "runtime"])
      cpSync(join(generated, api), join(folder, "generated", api), { recursive: true });
    mkdirSync(join(folder, "a"));
    const made = await programs("typescript");
    assert.ok(made.length > 40);
    for (const [index, program] of made.entries()) writeFileSync(join(folder, `a/program${index}.ts`), program);
    assert.equal(compileStrictly(folder, { lib: ["es2023", "dom"] }), "");

    // A handler left out does not compile: that is what it is for.
    const [index, program] = [...made.entries()].find(([, text]) => text.includes("tenant_limit_reached: (e)"))!;
    writeFileSync(join(folder, `a/program${index}.ts`), program.replace(/^ +tenant_limit_reached: .*$/m, ""));
    assert.match(compileStrictly(folder, { lib: ["es2023", "dom"] }), /tenant_limit_reached/);
  });

  test("TypeScript for a server: each error is thrown with details that the parser reads", async (t) => {
    const folder = temporaryFolder(t);
    for (const api of [...apis, "runtime"])
      cpSync(join(generated, api), join(folder, "generated", api), { recursive: true });
    mkdirSync(join(folder, "a"));
    const made = await programs("typescript", "server");
    for (const [index, program] of made.entries()) writeFileSync(join(folder, `a/program${index}.ts`), program);
    const names = made.map((_, index) => `./program${index}.js`);
    const use = `const count = { thrown: 0 };
for (const name of ${JSON.stringify(names)}) {
  const { failures } = (await import(name)) as { failures: Record<string, () => Error & { code: string; status: number }> };
  for (const [code, make] of Object.entries(failures)) {
    const error = make();
    if (error.code !== code || error.status < 400) throw error;
    count.thrown++;
  }
}
console.log(count.thrown > 200);
`;
    writeFileSync(join(folder, "a/use.ts"), use.replace("console.log", "(globalThis as any).console.log"));
    assert.equal(compileStrictly(folder, { lib: ["es2023", "dom"] }), "");
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "out/a/use.js")], { encoding: "utf8" });
    assert.equal(stdout, "true\n", stderr);
  });

  test("Python: they run up to the request, with all that they import", async () => {
    // What comes before `try` is run; all of it is compiled.
    const check = `import json, sys
for program in json.load(sys.stdin):
    compile(program, "program", "exec")
    exec(program.split("\\ntry:")[0], {})`;
    const made = await programs("python");
    const { status, stderr } = await runPython(["-c", check], { input: JSON.stringify(made) });
    assert.deepEqual([status, stderr], [0, ""]);
  });
});
