import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { bundleProgram } from "../../build/bundle.js";
import type { GenerateFlags } from "../../generator/commands/generate.js";
import type { Terminal } from "../../generator/commands/terminal.js";
import { textsIn } from "../cli/shop.js";
import { temporaryFolder } from "../support/cli.js";
import { drawn } from "../support/drawn.js";
import { inputs, projectFolder } from "./project.js";

// In this process, since there are many runs, and as it is built: from its sources the program remembers nothing.
type Command = Pick<typeof import("../../generator/commands/generate.js"), "generateCommand">;
const built = new URL("out/", import.meta.url);
await bundleProgram(["generator/commands/generate.ts"], fileURLToPath(built));
const { generateCommand }: Command = await import(new URL("commands/generate.js", built).href);
after(() => rmSync(built, { recursive: true }));

/** What a person, an editor or a checkout may do to a project between two runs. */
type Edit =
  | { readonly kind: "input"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "output"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "remove"; readonly file: number }
  | { readonly kind: "restore"; readonly file: number }
  | { readonly kind: "link"; readonly file: number }
  | { readonly kind: "option"; readonly flags: Partial<GenerateFlags> }
  | { readonly kind: "root" }
  | { readonly kind: "tsconfig" }
  | { readonly kind: "setting" }
  | { readonly kind: "nothing" };

const file = fc.nat();
const change = { file, at: fc.nat(), text: fc.constantFrom("x", " ", "\n", "#", "\r\n", "") };
const flagSets: readonly Partial<GenerateFlags>[] = [
  {},
  { emit: ["json"] },
  { importExtension: "ts" },
  { evidence: ["const"] },
];
/** Made once each, alone. */
const each: readonly Edit[] = [
  { kind: "tsconfig" },
  { kind: "root" },
  { kind: "setting" },
  { kind: "link", file: 3 },
  { kind: "output", file: 0, at: 40, text: "x" },
];
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("input"), ...change }),
  fc.record({ kind: fc.constant("output"), ...change }),
  fc.record({ kind: fc.constantFrom("remove", "restore", "link"), file }),
  fc.record({ kind: fc.constant("option"), flags: fc.constantFrom(...flagSets) }),
  fc.record({ kind: fc.constantFrom("root", "tsconfig", "setting", "nothing") }),
);

test("after any edit of what is read, asked or written, a run does and says what one does that remembers nothing", async (t) => {
  const folder = projectFolder(t);
  const outside = temporaryFolder(t);
  const started = process.cwd();
  t.after(() => process.chdir(started));
  process.chdir(folder);
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const path of ["generated", "apis"]) rmSync(path, { recursive: true, force: true });
      for (const [path, said] of Object.entries(inputs)) put(path, said);
      let flags: Partial<GenerateFlags> = {};
      await run(flags);
      for (const step of steps) {
        flags = apply(step, outside, flags);
        const checked = await run({ ...flags, check: true });
        assert.deepEqual(checked, await run({ ...flags, check: true, cache: false }), "--check");
        const told = await run(flags);
        const made = existsSync("generated") ? textsIn("generated") : {};
        const anew = await run({ ...flags, cache: false });
        assert.equal(anew.exit, told.exit);
        assert.deepEqual(existsSync("generated") ? textsIn("generated") : {}, made, "what is there needs nothing more");
      }
    }),
    { ...drawn, includeErrorInReport: true, numRuns: 16, examples: each.map((edit) => [[edit]]) },
  );
});

async function run(flags: Partial<GenerateFlags>) {
  let told = "";
  const say = (said: string) => {
    told += said;
  };
  const terminal: Terminal = { answer: say, tell: say, colour: { answer: false, tell: false }, width: 80 };
  const exit = await generateCommand([], { format: "text", ...flags }, terminal);
  return { exit, told };
}

/** Makes an edit, and says with which options to go on. */
function apply(edit: Edit, outside: string, flags: Partial<GenerateFlags>): Partial<GenerateFlags> {
  if (edit.kind === "option") return edit.flags;
  if (edit.kind === "tsconfig") put("generated/tsconfig.json", '{ "compilerOptions": { "module": "esnext" } }\n');
  // Then the documents are a project of their own, and refer out of it.
  if (edit.kind === "root") put("apis/package.json", "{}\n");
  if (edit.kind === "setting")
    put("redocly.yaml", inputs["redocly.yaml"]!.replace("emit:", "docsUrl: https://docs.example/, emit:"));
  if (!("file" in edit)) return flags;
  const read = Object.keys(inputs).filter((path) => !path.endsWith(".keep"));
  const written = existsSync("generated") ? Object.keys(textsIn("generated")).map((path) => `generated/${path}`) : [];
  const list = edit.kind === "output" && written.length > 0 ? written : read;
  const path = list[edit.file % list.length]!;
  const now = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (edit.kind === "remove") rmSync(path, { force: true });
  else if (edit.kind === "restore") put(path, inputs[path] ?? now);
  else if (edit.kind === "link") {
    // The same text, where no reference may lead.
    put(join(outside, "elsewhere"), now);
    rmSync(path, { force: true });
    symlinkSync(join(outside, "elsewhere"), path);
  } else {
    const at = edit.at % (now.length + 1);
    put(path, now.slice(0, at) + edit.text + now.slice(at + 1));
  }
  return flags;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(path, text);
}
