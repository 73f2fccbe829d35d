import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";
import { textsIn } from "./shop.js";

/** What ends a comment, a string, a template or a script, moves lines, or names what every object has. */
const hostile = [
  ...["__proto__", "constructor", "toString", "then", "default", "class", "Error"],
  ...["*/ throw 1; /*", 'a"; throw 1; "', "a'; throw 1; '", "`\u0024{throw 1}`", "a\\", "// @ts-nocheck", "{{throw}}"],
  ...["</script><script>throw 1</script>", "<!--", "a\u2028b", "a\u2029b", "a\nb\tc", "\u202eabc", "\u0000\u001b[2J"],
  ...["user-not-found", "user_not_found", "UserNotFound", "USER_NOT_FOUND"],
];
const prose = `Meaning: ${hostile.join(" ")}`;

/** One error for each text, which is its code, and stands wherever else an error has text. */
function hostileDocument(): string {
  // The names that a component may have are few, but these are among them.
  const component = (code: string, i: number) => (/^\w+$/.test(code) ? code : `Component${i}`);
  const schemas = hostile.map((code, i) => [
    component(code, i),
    {
      title: `Title ${code}`,
      description: prose,
      "x-error": { causes: [code, prose], resolution: code, group: code },
      type: "object",
      required: ["code", "message", "details"],
      properties: {
        code: { const: code },
        message: { type: "string" },
        details: { type: "object", description: prose, required: [code], properties: { [code]: { type: "string" } } },
      },
    },
  ]);
  const examples = hostile.map((code) => [code, { summary: code, value: bodyOf(code) }]);
  const content = {
    schema: { anyOf: hostile.map((code, i) => ({ $ref: `#/components/schemas/${component(code, i)}` })) },
    examples: Object.fromEntries(examples),
  };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: prose, version: prose },
    "x-error-contract": {
      id: "hostile",
      envelopes: [{ name: prose, code: "/code", message: "/message", details: "/details" }],
    },
    paths: {
      [`/${prose}`]: {
        get: {
          operationId: prose,
          summary: prose,
          responses: { 400: { description: prose, content: { "application/json": content } } },
        },
      },
    },
    components: { schemas: Object.fromEntries(schemas) },
  });
}

function bodyOf(code: string) {
  return { code, message: `About ${code.length}`, details: Object.fromEntries([[code, code]]) };
}

const program = `import { ErrorCode, errorInfo, errors, match, parseError } from "./generated/hostile/index.js";
import vectors from "./generated/hostile/vectors.json" with { type: "json" };

declare const console: { log(text: string): void };

const codes = Object.values(ErrorCode);
const infos = codes.map((code) => errorInfo[code]);
const parsed = vectors.map(({ status, headers, body }) => parseError({ status, headers, body }));
const read = parsed.map(({ code, listed, details, deviations }) => ({ code, listed, details, deviations }));
console.log(JSON.stringify({ codes, infos, read, constructors: Object.keys(errors).length, plain: Object.keys({}).length }));
export { match };
`;

test("no text of a document becomes code: what is generated compiles, and every text comes back as it was", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), hostileDocument());
  const { status, stderr } = runCli(["generate", "openapi.json"], { cwd: folder });
  assert.equal(status, 0, stderr);
  writeFileSync(join(folder, "program.ts"), program);
  assert.equal(compileStrictly(folder), "");

  const printed = JSON.parse(runProgram(join(folder, "out/program.js"))) as Printed;
  assert.deepEqual(printed.codes.toSorted(), hostile.toSorted());
  assert.equal(printed.constructors, hostile.length);
  assert.equal(printed.plain, 0, "no object has members that nobody gave it");
  for (const [index, info] of printed.infos.entries()) {
    const code = printed.codes[index] ?? "";
    const { title, meaning, causes, resolution, group } = info;
    assert.deepEqual(
      { title, meaning, causes, resolution, group },
      { title: `Title ${code}`, meaning: prose, causes: [code, prose], resolution: code, group: code },
    );
  }
  assert.equal(printed.read.length, hostile.length);
  for (const { code, listed, details, deviations } of printed.read) {
    assert.deepEqual({ listed, deviations }, { listed: true, deviations: [] });
    // As text, since a member called __proto__ has to be one.
    assert.equal(JSON.stringify(details), JSON.stringify(bodyOf(code).details));
  }
});

test("generated text holds nothing that hides, turns around or breaks a line", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), hostileDocument());
  const args = ["generate", "openapi.json", "--emit", "codes,json,markdown,csv"];
  assert.equal(runCli(args, { cwd: folder }).status, 0);
  const { "hostile/codes.ts": codes = "" } = textsIn(join(folder, "generated"));
  assert.doesNotMatch(codes, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Cf}/u);
});

interface Printed {
  readonly codes: string[];
  readonly infos: { title: string; meaning: string; causes: string[]; resolution: string; group: string }[];
  readonly read: { code: string; listed: boolean; details: unknown; deviations: unknown[] }[];
  readonly constructors: number;
  readonly plain: number;
}
