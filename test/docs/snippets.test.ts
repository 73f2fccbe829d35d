import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type DocsFolder, docsFolder } from "../browser/docs-folder.js";
import { askPython } from "../python/run-python.js";
import { temporaryFolder } from "../support/cli.js";
import { serve } from "../support/serve.js";
import { compileStrictly, runProgramAside } from "../support/strict-project.js";
import { apis, codes, programsIn } from "./pages.js";

const generated = fileURLToPath(new URL("../../generated/", import.meta.url));

/** What each code's first example says, as any parser reads it. */
const expected = apis.flatMap((api) => {
  const vectors = JSON.parse(readFileSync(join(generated, api, "vectors.json"), "utf8")) as { expect: Expected }[];
  let at = 0;
  return codes
    .filter((each) => each.api === api)
    .map(({ examples }) => {
      at += examples.length;
      return vectors[at - examples.length]!.expect;
    });
});

interface Expected {
  readonly message: string;
  readonly fields: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
}

describe("every program that a page shows does what it says, against a server that gives that error", () => {
  let docs: DocsFolder;
  before(() => {
    docs = docsFolder();
  });
  after(() => docs?.remove());

  test("TypeScript: it compiles strictly, and handles the error", async (t) => {
    const programs = await programsFor(t, "TypeScript");
    const folder = temporaryFolder(t);
    for (const api of [...apis, "runtime"])
      cpSync(join(generated, api), join(folder, "generated", api), { recursive: true });
    for (const [index, program] of programs.entries()) writeFileSync(join(folder, `program${index}.ts`), program);
    writeFileSync(join(folder, "all.ts"), allPrograms(programs.length));
    assert.equal(compileStrictly(folder, { lib: ["es2023", "dom"] }), "");
    const said = JSON.parse(await runProgramAside(join(folder, "out/all.js"))) as string[][];
    for (const [index, { code, api }] of codes.entries()) {
      const { message, fields } = expected[index]!;
      const lines = said[index]!;
      if (programs[index]!.includes("retryDelay"))
        assert.match(lines.join("\n"), /^(?:Again in [\d.]+ ms|Give up)$/, code);
      else if (programs[index]!.includes("error.fields"))
        assert.deepEqual(
          lines,
          fields.map(({ path, message }) => `${path.join(".")} ${message}`),
          `${api} ${code}`,
        );
      else assert.ok(lines[0]?.startsWith(message), `${api} ${code}: ${lines[0]}`);
    }
  });

  test("Python: it handles the error", async (t) => {
    const programs = await programsFor(t, "Python");
    const said = await askPython<string>("snippets.py", programs);
    for (const [index, { code, api }] of codes.entries()) {
      const { message, fields } = expected[index]!;
      const output = said[index]!;
      if (programs[index]!.includes("retry_delay")) assert.match(output, /^(?:Again in [\d.]+ s|Give up)\n$/, code);
      else if (programs[index]!.includes("error.fields"))
        for (const field of fields) assert.ok(output.includes(field.message), `${api} ${code}: ${output}`);
      else assert.ok(output.startsWith(message), `${api} ${code}: ${output}`);
    }
  });

  test("curl: it shows the answer, with its status and headers", async (t) => {
    const programs = await programsFor(t, "curl");
    const shell = spawn("sh", { stdio: ["pipe", "pipe", "ignore"] });
    const mark = "\n-----\n";
    shell.stdin.end(programs.map((program) => `${program}\nprintf '\\n-----\\n'\n`).join(""));
    const said = (await text(shell.stdout)).split(mark);
    assert.equal(said.length, codes.length + 1);
    for (const [index, { code, examples }] of codes.entries()) {
      const { status, body } = examples[0]!;
      assert.ok(said[index]!.startsWith(`HTTP/1.1 ${status} `), `${code}: ${said[index]}`);
      assert.ok(said[index]!.endsWith(body === null ? "\r\n\r\n" : JSON.stringify(body)), `${code}: ${said[index]}`);
    }
  });

  /** The programs of all codes in one language, each sent to a place that answers with its code. */
  async function programsFor(t: TestContext, language: string): Promise<string[]> {
    const server = await serve(t, ({ url = "" }, response) => {
      const { status, headers, body } = codes[Number(url.split("/")[1])]!.examples[0]!;
      response.writeHead(status, headers).end(body === null ? undefined : JSON.stringify(body));
    });
    return codes.map(({ page }, index) => {
      const program = programsIn(readFileSync(join(docs.path, page), "utf8")).get(language);
      assert.ok(program, `${page} shows no ${language}`);
      assert.match(program, /https:\/\/[\w.-]+\//, page);
      return program.replace(/https:\/\/[\w.-]+\//, `${server}${index}/`);
    });
  }
});

/** A program that runs all others, and says what each printed. */
function allPrograms(count: number): string {
  return `const said: string[][] = [];
const programs = [${Array.from({ length: count }, (_, index) => `() => import("./program${index}.js")`).join(", ")}];
for (const program of programs) {
  const lines: string[] = [];
  console.error = (...parts: unknown[]) => void lines.push(parts.map(String).join(" "));
  await program();
  said.push(lines);
}
console.log(JSON.stringify(said));
export {};
`;
}
