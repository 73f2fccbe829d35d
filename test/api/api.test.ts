import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  classify,
  type DocumentInput,
  diff,
  explain,
  generate,
  lint,
  readContract,
  scan,
} from "../../generator/api/index.js";
import { shopDocument } from "../cli/shop.js";
import { runCli, temporaryFolder } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const shop = readFileSync(shopDocument, "utf8");
const apis = ["inbox", "mailshield", "momail", "tenantcore", "themes"];

/** Whatever the config of this repository says is a source too. */
const isDocument = (path: string) => !path.endsWith("redocly.yaml");

/** The text of a document that stands nowhere. */
function inMemory(text = shop) {
  return { path: join(project, "nowhere/openapi.yaml"), text };
}

describe("a document in memory", () => {
  test("is read as the same text on disk is, and its file need not be there", async () => {
    const onDisk = await readContract(shopDocument);
    const { contract, problems, sources } = await readContract(inMemory());
    assert.deepEqual({ contract, problems }, { contract: onDisk.contract, problems: [] });
    assert.deepEqual(sources.filter(isDocument), [inMemory().path]);
  });

  test("stands in the place of a file that says something else", async (t) => {
    const path = join(temporaryFolder(t), "openapi.yaml");
    writeFileSync(path, "openapi: [");
    assert.deepEqual((await lint({ path, text: shop })).problems, []);
    assert.equal((await lint(path)).problems.length, 1);
  });

  test("refers to files beside it, and they back to it", async (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, "openapi.yaml");
    const parts = join(folder, "parts.yaml");
    writeFileSync(parts, "Missing:\n  $ref: ./openapi.yaml#/components/schemas/OrderNotFound\n");
    const text = shop.replace('"#/components/schemas/OrderNotFound"', "parts.yaml#/Missing");
    assert.notEqual(text, shop);
    const { contract, problems, sources } = await readContract({ path, text });
    assert.deepEqual([problems, sources.filter(isDocument)], [[], [path, parts]]);
    assert.deepEqual(contract, (await readContract(shopDocument)).contract);
  });

  test("its problems say where: file, line and column, and what to type", async () => {
    const { problems } = await lint(inMemory(`${shop}\nx-error-contrakt: {}\n`));
    const [problem] = problems;
    assert.equal(problem?.code, "extension-misspelt");
    assert.match(problem.position.file, /nowhere\/openapi\.yaml$/);
    assert.ok(problem.position.line > 10 && problem.position.column === 1 && problem.fix !== "");
  });

  test("overlays may be in memory as well", async () => {
    const overlay =
      'overlay: 1.0.0\ninfo: { title: A, version: "1" }\nactions: [{ target: $.info, update: { title: Renamed } }]\n';
    const overlays = [{ path: "nowhere/overlay.yaml", text: overlay }];
    const { contract, problems } = await readContract(inMemory(), { overlays });
    assert.deepEqual([contract?.title, problems], ["Renamed", []]);
  });
});

describe("generate", () => {
  test("makes what the command writes, and writes nothing where it is asked not to", async (t) => {
    const folder = temporaryFolder(t);
    const output = join(folder, "out");
    assert.equal(runCli(["generate", shopDocument, "-o", output], { cwd: folder }).status, 0);
    const written = readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== ".openapi-errors.files")
      .map((entry) => join(entry.parentPath, entry.name));

    const elsewhere = join(folder, "elsewhere");
    const { files, changes, problems } = await generate(inMemory(), { output: elsewhere, write: false });
    assert.deepEqual([changes, problems, existsSync(elsewhere)], [[], [], false]);
    assert.deepEqual(
      files.map(({ path }) => path).sort(),
      written.map((path) => path.replace(output, elsewhere)).sort(),
    );
    for (const { path, text } of files) assert.equal(text, readFileSync(path.replace(elsewhere, output), "utf8"), path);
  });

  test("with `check` says what would change; without, writes it", async (t) => {
    const output = join(temporaryFolder(t), "out");
    const checked = await generate(inMemory(), { output, check: true });
    assert.ok(checked.changes.length > 0 && checked.changes.every(({ kind }) => kind === "added"));
    assert.ok(!existsSync(output));
    const written = await generate(inMemory(), { output });
    assert.deepEqual(written.changes, checked.changes);
    assert.ok(existsSync(join(output, "shop/errors.ts")));
    const again = await generate(inMemory(), { output });
    assert.ok(again.changes.every(({ kind }) => kind === "unchanged"));
  });

  test("makes the docs of a document in memory that refers to files", async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "package.json"), "{}");
    mkdirSync(join(folder, "parts"));
    writeFileSync(join(folder, "parts/info.yaml"), "type: object\ndescription: Kept elsewhere.\n");
    const text = shop.replace(/^ {2}schemas:$/m, '  schemas:\n    Elsewhere: { $ref: "./parts/info.yaml" }');
    assert.notEqual(text, shop);
    const document = { path: join(folder, "openapi.yaml"), text };
    const { files, problems } = await generate(document, { output: join(folder, "out"), emit: ["docs"], write: false });
    assert.deepEqual(
      problems.filter(({ level }) => level === "error"),
      [],
    );
    const page = files.find(({ path }) => path.endsWith("docs/shop/index.html"));
    assert.ok(page?.text.includes("Kept elsewhere."));
  });

  test("an error stops all of it", async () => {
    const { files, changes, problems } = await generate([inMemory(), "no/such/file.yaml"], { write: false });
    assert.deepEqual([files, changes, problems.map(({ code }) => code)], [[], [], ["file-unreadable"]]);
  });
});

describe("classify", () => {
  for (const api of apis)
    test(`reads every answer of ${api} as its vectors say, by the document and by errors.json`, async () => {
      const vectors = JSON.parse(readFileSync(`${project}generated/${api}/vectors.json`, "utf8"));
      const { contract } = await readContract(`${project}spec/${api}.yaml`);
      const data = JSON.parse(readFileSync(`${project}generated/${api}/errors.json`, "utf8"));
      assert.deepEqual(JSON.parse(JSON.stringify(contract)), { ...data, parser: contract?.parser });
      for (const { name, status, headers, body, expect } of vectors)
        for (const known of [contract, JSON.parse(JSON.stringify(contract)), data]) {
          const { code, listed, message, details, closest, category } = classify(known, { status, headers, body });
          const read = { code, status, listed, message, details: details ?? null, closest: closest ?? null, category };
          const { fields: _, requestId: __, retryAfter: ___, ...wanted } = expect;
          assert.deepEqual(read, wanted, name);
        }
    });

  test("never throws, whatever the answer", async () => {
    const { contract } = await readContract(shopDocument);
    for (const body of [undefined, null, "<html>", new Uint8Array([0xff]), { code: {} }, 7])
      assert.equal(typeof classify(contract!, { status: 500, body }).code, "string");
  });
});

describe("diff", () => {
  test("says what the command prints, of files and of texts", async () => {
    const document = `${project}spec/tenantcore.yaml`;
    const text = readFileSync(document, "utf8").replaceAll("tenant_limit_reached", "too_many_tenants");
    const { changes, nextVersion, problems, sources } = await diff(document, { path: document, text });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      changes?.map(({ rule, level, code, to }) => [rule, level, code, to]),
      [["code-renamed", "breaking", "tenant_limit_reached", "too_many_tenants"]],
    );
    assert.deepEqual([nextVersion, sources], ["2.0.0", [document]]);
    const json = runCli(["diff", "spec/tenantcore.yaml", "generated/tenantcore/errors.json", "--format", "json"], {
      cwd: project,
    });
    const same = await diff(document, `${project}generated/tenantcore/errors.json`);
    const { changes: printed, problems: found } = JSON.parse(json.stdout);
    assert.deepEqual([same.changes, same.problems], [printed, found]);
  });

  test("a side that can't be read is a problem, and gives no changes", async () => {
    const { changes, nextVersion, problems } = await diff("nowhere:openapi.yaml", `${project}spec/missing.yaml`);
    assert.deepEqual([changes, nextVersion], [undefined, undefined]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["file-unreadable", "file-unreadable"],
    );
  });

  test("versions and exceptions are held against it where that is asked for", async () => {
    const document = `${project}spec/tenantcore.yaml`;
    const text = readFileSync(document, "utf8").replaceAll("tenant_limit_reached", "too_many_tenants");
    const asked = { checkVersion: true, exceptions: "missing.yaml" };
    const { problems } = await diff(document, { path: document, text }, asked);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["file-unreadable"],
    );
    const other = await diff(document, { path: document, text }, { checkVersion: true });
    assert.deepEqual(
      other.problems.map(({ code }) => code),
      ["version-too-low"],
    );
  });
});

describe("explain and scan", () => {
  test("say what the commands print", async () => {
    const document = `${project}spec/tenantcore.yaml`;
    const { text, errors } = await explain("tenant_limit_reached", document);
    const shown = runCli(["explain", "tenant_limit_reached", "--document", document], { cwd: project });
    assert.equal(text, shown.stdout);
    const json = runCli(["explain", "tenant_limit_reached", "--document", document, "--format", "json"]);
    assert.deepEqual(errors, [JSON.parse(json.stdout)]);

    const { report } = await scan(document);
    const printed = runCli(["scan", "spec/tenantcore.yaml", "--format", "json"], { cwd: project });
    const { contradictions: _, codes, ...rest } = JSON.parse(printed.stdout);
    assert.deepEqual(
      JSON.parse(JSON.stringify(report?.codes.map(({ code }) => code))),
      codes.map(({ code }: { code: string }) => code),
    );
    assert.deepEqual(JSON.parse(JSON.stringify({ ...report, ...rest })), JSON.parse(JSON.stringify(report)));
  });

  test("an answer is explained by what its parser reads", async () => {
    const document = `${project}spec/tenantcore.yaml`;
    const [vector] = JSON.parse(readFileSync(`${project}generated/tenantcore/vectors.json`, "utf8"));
    const { answer, errors } = await explain(vector, document);
    assert.deepEqual([answer?.code, errors.map(({ code }) => code)], [vector.expect.code, [vector.expect.closest]]);
  });

  test("a misspelt code gives none, and the one that may be meant", async () => {
    const { errors, meant, text } = await explain("tenant_limit_reachd", `${project}spec/tenantcore.yaml`);
    assert.deepEqual([errors, meant.map(({ code }) => code)], [[], ["tenant_limit_reached"]]);
    assert.match(text, /may be meant/);
  });
});

test("an option that is none is a problem, with the one that is meant", async () => {
  const { problems, files } = await generate(inMemory(), {
    emit: ["typos"],
    docsUrl: "docs",
    id: "class",
    write: false,
  });
  assert.deepEqual(files, []);
  assert.deepEqual(
    problems.map(({ position, fix }) => [position.file, position.text.trim(), fix !== ""]),
    [
      ["options", '"typos"', true],
      ["options", '"id": "class",', true],
      ["options", '"docsUrl": "docs",', true],
    ],
  );
  const { problems: ofLint } = await lint(inMemory(), { evidence: ["consts"] });
  assert.match(ofLint[0]?.fix ?? "", /const/);
});

test("what is no document, or no contract, is none: nothing is thrown", async () => {
  for (const document of [null, 5, { path: "a.yaml" }, { text: "" }, [undefined]]) {
    const { problems } = await lint(document as never);
    assert.deepEqual(
      problems.map(({ code, position }) => [code, position.file]),
      [["file-unreadable", "documents"]],
    );
  }
  for (const contract of [null, undefined, {}, { errors: [{}], operations: 5 }, "text"])
    assert.equal(classify(contract as never, { status: 404, body: '{"code":"gone"}' }).code, "http_404");
});

test("bad input gives problems, and throws nothing", async () => {
  const texts = ["", "[", "null", "- a", "\ufeff{}", "openapi: 2.0", "\u0000", '{"openapi":"3.1.0"}', "a: &a [*a]"];
  const documents = [...texts.map(inMemory), "no/such/file.yaml", project];
  for (const document of documents) {
    const run = [lint, readContract, scan, generateNothing, explainAnything].map((each) => each(document));
    for (const { problems } of await Promise.all(run)) assert.notEqual(problems.length, 0, JSON.stringify(document));
  }
});

const generateNothing = (document: DocumentInput) => generate(document, { write: false });
const explainAnything = (document: DocumentInput) => explain("404", document);
