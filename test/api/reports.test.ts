import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readContract, scan } from "../../generator/api/index.js";
import { depotFolder, lines } from "../audit/depot.js";
import { shopFolder } from "../cli/shop.js";
import { repository } from "../diff/repository.js";
import { runCli, startCli, temporaryFolder, together } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const apis = ["inbox", "mailshield", "momail", "tenantcore", "themes"];
const fixtures = `${project}test/infer/fixtures/`;

const names = [
  "errors",
  "report-audit",
  "report-changelog",
  "report-diff",
  "report-explain",
  "report-generate",
  "report-lint",
  "report-messages",
  "report-scan",
];
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
for (const name of names)
  ajv.addSchema(JSON.parse(readFileSync(`${project}schema/${name}.json`, "utf8")), `${name}.json`);

/** What is not as a schema of the package says. */
function faults(name: string, value: unknown): string[] {
  ajv.validate(`${name}.json`, value);
  return (ajv.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function asPrinted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function printed(...args: string[]): Promise<unknown> {
  return JSON.parse((await startCli([...args, "--format", "json"], { cwd: project })).stdout);
}

test("every schema is exported, and each of a report is held against what is printed", () => {
  const files = readdirSync(`${project}schema`);
  const { exports } = JSON.parse(readFileSync(`${project}package.json`, "utf8"));
  for (const file of files) assert.equal(exports[`./schema/${file}`], `./schema/${file}`);
  assert.deepEqual([...names, "document"].map((name) => `${name}.json`).sort(), files.sort());
});

test("a diff of two APIs, which differ in everything", async () => {
  const files = ["generated/momail/errors.json", "generated/tenantcore/errors.json"];
  const [same, other] = await Promise.all([printed("diff", files[0]!, files[0]!), printed("diff", ...files)]);
  assert.deepEqual(same, { changes: [], problems: [], newDocuments: [] });
  assert.deepEqual(faults("report-diff", other), []);
  const { changes } = other as { changes: { rule: string }[] };
  assert.ok(changes.length > 20);
});

test("what catalogues hold and lack, and a catalogue that can't be read", async (t) => {
  const folder = depotFolder(t, { "de.json": '{ "slow_down": "{max}" }', "bad.json": "{" });
  const run = async (file: string) =>
    JSON.parse(
      (await startCli(["messages", file, "--contract", "openapi.yaml", "--format", "json"], { cwd: folder })).stdout,
    );
  const [held, bad] = await Promise.all([run("de.json"), run("bad.json")]);
  assert.deepEqual(faults("report-messages", held), []);
  assert.deepEqual(faults("report-messages", bad), []);
  assert.equal(held.catalogues[0].missing.length, 2);
  assert.equal(bad.problems.length, 1);
});

test("an audit, and reports added up", async (t) => {
  const traffic = {
    status: 409,
    body: { error: { code: "no_such", message: "No." } },
    method: "GET",
    url: "/crates/7",
  };
  const folder = depotFolder(t, { "log.ndjson": lines(traffic, { status: 404 }, "words") });
  const run = async (...args: string[]) =>
    (await startCli(["audit", ...args, "--format", "json"], { cwd: folder })).stdout;
  const report = await run("log.ndjson", "--contract", "openapi.yaml");
  writeFileSync(join(folder, "audit.json"), report);
  const { drift } = JSON.parse(report) as { readonly drift: readonly unknown[] };
  assert.equal(drift.length, 1);
  for (const text of [report, await run("merge", "audit.json", "audit.json")])
    assert.deepEqual(faults("report-audit", JSON.parse(text)), []);
});

test("a changelog: what is not released yet, and a first version", async (t) => {
  const folder = repository(t);
  const { stdout, stderr } = await startCli(["changelog", "spec/openapi.yaml", "--format", "json"], { cwd: folder });
  assert.equal(stderr, "");
  const log = JSON.parse(stdout) as {
    apis: { versions: { version: string | null; changes: { witness: unknown }[] | null }[] }[];
  };
  assert.deepEqual(faults("report-changelog", log), []);
  const [now, first] = log.apis[0]?.versions ?? [];
  assert.deepEqual([now?.version, first?.changes], [null, null]);
  assert.ok(now?.changes?.some(({ witness }) => witness !== null));
});

describe("what is printed as JSON is as the schemas of the package say", together, () => {
  for (const api of apis) {
    const document = `spec/${api}.yaml`;

    test(`${api}: errors.json`, () => {
      const written = JSON.parse(readFileSync(`${project}generated/${api}/errors.json`, "utf8"));
      assert.deepEqual(faults("errors", written), []);
    });

    test(`${api}: generate, lint, scan and explain`, async () => {
      const [generated, linted, scanned, status] = await Promise.all([
        printed("generate", document, "--check", "--output", "generated", "--emit", "json"),
        printed("lint", document),
        printed("scan", document),
        printed("explain", "404", "--document", document),
      ]);
      assert.deepEqual(faults("report-generate", generated), []);
      assert.deepEqual(faults("report-lint", linted), []);
      assert.deepEqual(faults("report-scan", scanned), []);
      assert.deepEqual(faults("report-explain", status), []);
      const [{ code }] = JSON.parse(readFileSync(`${project}generated/${api}/errors.json`, "utf8")).errors;
      assert.deepEqual(faults("report-explain", await printed("explain", code, "--document", document)), []);
      const nothing = [`${code}_`, "--document", document];
      assert.deepEqual(faults("report-explain", await printed("explain", ...nothing)), []);
    });
  }

  test("documents that nobody prepared: errors.json and scan", async () => {
    const names = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:ya?ml|json)$/.test(name),
    );
    assert.ok(names.length > 20);
    for (const name of names) {
      const { contract } = await readContract(`${fixtures}${name}`);
      const { parser: _, ...data } = contract ?? {};
      if (contract) assert.deepEqual(faults("errors", asPrinted(data)), [], name);
      const { report, problems } = await scan(`${fixtures}${name}`);
      assert.deepEqual(faults("report-scan", asPrinted(report ?? { problems })), [], name);
    }
  });

  test("a document with mistakes, and one that can't be read", async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "broken.yaml"), "openapi: 3.1.0\ninfo: { title: A, version: 1\n");
    writeFileSync(
      join(folder, "empty.yaml"),
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nx-error-contract: { idd: a }\n',
    );
    for (const name of ["broken.yaml", "empty.yaml", "nowhere.yaml"]) {
      const document = join(folder, name);
      const found = (await printed("lint", document)) as { readonly problems: readonly unknown[] };
      assert.ok(found.problems.length > 0);
      assert.deepEqual(faults("report-lint", found), []);
      assert.deepEqual(faults("report-scan", await printed("scan", document)), []);
      assert.deepEqual(faults("report-generate", await printed("generate", document, "--check")), []);
    }
  });

  test("files that are written, and an answer on standard input", async (t) => {
    const folder = shopFolder(t);
    const { stdout } = await startCli(["generate", "openapi.yaml", "--format", "json"], { cwd: folder });
    assert.deepEqual(faults("report-generate", JSON.parse(stdout)), []);
    const status = "HTTP/1.1 503 Service Unavailable\nRetry-After: 3\n\n";
    for (const input of [status, `${status}<html>`, '{"code":"no_such_code"}']) {
      const explained = runCli(["explain", "--document", "openapi.yaml", "--status", "503", "--format", "json"], {
        cwd: folder,
        input,
      });
      assert.deepEqual(faults("report-explain", JSON.parse(explained.stdout)), []);
    }
  });

  test("a schema takes nothing else", () => {
    for (const name of names) assert.notDeepEqual(faults(name, { problems: [{}], format: 2 }), [], name);
  });
});
