import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as momail from "../../generated/momail/index.js";

/**
 * Gives every file of a JSON test suite to the parser as an error body: as bytes, and as the details of one.
 * Run: npm run bench:json -- path/to/JSONTestSuite/test_parsing
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error("name the folder of a JSON test suite: npm run bench:json -- path/to/test_parsing");
  process.exit(2);
}
let failed = 0;
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  const wrapped = Buffer.concat([
    Buffer.from('{"success":false,"error":{"code":"X","message":"m","details":'),
    bytes,
    Buffer.from("}}"),
  ]);
  for (const body of [bytes, wrapped]) {
    const error = momail.parseError({ status: 400, headers: { "content-type": "application/json" }, body });
    const holds = error.status === 400 && momail.isError(error) && typeof JSON.stringify(error) === "string";
    // y_ must parse and n_ must not, which shows in whether the body became a value or stayed text.
    const parsed = typeof error.body !== "string" || isText(body);
    const right = name.startsWith("y_")
      ? parsed
      : name.startsWith("n_")
        ? !parsed || body === wrapped || error.body === undefined
        : true;
    if (holds && right) continue;
    failed += 1;
    console.log(`${name}: ${error.code}`);
  }
}
console.log(`${files.length * 2 - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function isText(body: Buffer): boolean {
  try {
    return typeof JSON.parse(body.toString()) === "string";
  } catch {
    return false;
  }
}
