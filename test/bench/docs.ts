import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../support/cli.js";

// How long the docs of 4,000 codes on 400 operations take: all of it, and again where nothing changed.
const [codes, operations] = [4000, 400];

const folder = mkdtempSync(join(tmpdir(), "openapi-errors-"));
writeFileSync(join(folder, "openapi.json"), JSON.stringify(largeDocument()));
for (const run of ["first", "again"]) {
  const start = performance.now();
  const { status, stderr } = runCli(["generate", "openapi.json", "--emit", "docs"], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  const written = stderr.trim().split("\n").at(-1);
  console.log(`${run}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${written}`);
}
for (const path of ["index.html", "large/matrix.html", "large/errors/code_1.html"])
  console.log(`${path}: ${Math.round(statSync(join(folder, "generated/docs", path)).size / 1024)} KB`);
rmSync(folder, { recursive: true });

function largeDocument() {
  const numbers = Array.from({ length: codes }, (_, index) => index);
  const schema = (index: number) => ({
    title: `Error ${index}`,
    type: "object",
    required: ["code", "message"],
    properties: { code: { const: `code_${index}` }, message: { type: "string" } },
    examples: [{ code: `code_${index}`, message: `Message ${index}` }],
  });
  const path = (at: number) => {
    const own = numbers.filter((index) => index % operations === at);
    const anyOf = own.map((index) => ({ $ref: `#/components/schemas/Error${index}` }));
    const answer = { description: "Refused", content: { "application/json": { schema: { anyOf } } } };
    return { get: { operationId: `operation${at}`, responses: { 400: answer } } };
  };
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: "1" },
    "x-error-contract": { id: "large", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
    paths: Object.fromEntries(numbers.slice(0, operations).map((at) => [`/${at}`, path(at)])),
    components: { schemas: Object.fromEntries(numbers.map((index) => [`Error${index}`, schema(index)])) },
  };
}
