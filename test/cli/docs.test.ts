import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import { manyCodes } from "../bench/many-codes.js";
import { madeDocument } from "../bench/rows/made-document.js";
import { htmlFindings } from "../docs/html-findings.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";
import { shopFolder, textsIn } from "./shop.js";

const emit = ["--emit", "codes,json,markdown"];

describe("the links to the page of a code", together, () => {
  test("--docs-url makes them absolute: in codes.ts, errors.json and errors.md, with a slash at its end or not", async (t) => {
    for (const url of ["https://docs.example.com/errors", "https://docs.example.com/errors/"]) {
      const folder = shopFolder(t);
      const { status, stderr } = await startCli(["generate", "openapi.yaml", ...emit, "--docs-url", url], {
        cwd: folder,
      });
      assert.equal(status, 0, stderr);
      const page = "https://docs.example.com/errors/shop/errors/order_not_found.html";
      for (const [path, text] of Object.entries(textsIn(join(folder, "generated/shop"))))
        assert.ok(text.includes(page), path);
    }
  });

  test("redocly.yaml says it for an API; --docs-url wins", async (t) => {
    const folder = shopFolder(t);
    const settings = "{ emit: [json], docsUrl: https://docs.example.com/v1 }";
    writeFileSync(
      join(folder, "redocly.yaml"),
      `apis:\n  shop: { root: openapi.yaml, x-openapi-errors: ${settings} }\n`,
    );
    await startCli(["generate"], { cwd: folder });
    assert.equal(docsIn(folder), "https://docs.example.com/v1/shop/errors/order_not_found.html");
    await startCli(["generate", "--docs-url", "http://localhost:8080/"], { cwd: folder });
    assert.equal(docsIn(folder), "http://localhost:8080/shop/errors/order_not_found.html");
  });

  test("the contract's own `docs` wins over both", async (t) => {
    const folder = shopFolder(t);
    const path = join(folder, "openapi.yaml");
    const own = "  id: shop\n  docs: https://shop.example/help/{code}\n";
    writeFileSync(path, readFileSync(path, "utf8").replace("  id: shop\n", own));
    await startCli(["generate", "openapi.yaml", ...emit, "--docs-url", "https://docs.example.com/"], { cwd: folder });
    assert.equal(docsIn(folder), "https://shop.example/help/order_not_found");
  });

  test("what is no URL is refused: on the command line, and in redocly.yaml with its place", async (t) => {
    const folder = shopFolder(t);
    for (const url of ["docs.example.com", "ftp://docs.example.com/", "/errors", "javascript:alert(1)"]) {
      const { status, stderr } = await startCli(["generate", "openapi.yaml", "--docs-url", url], { cwd: folder });
      assert.equal(status, 2, url);
      assert.match(stderr, /Write the whole of it: `https:\/\/docs\.example\.com\/`/);
    }
    const config = "apis:\n  shop:\n    root: openapi.yaml\n    x-openapi-errors: { docsUrl: docs.example.com }\n";
    writeFileSync(join(folder, "redocly.yaml"), config);
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stderr, /^redocly\.yaml:4:34: error: `docs\.example\.com` is no URL that docs could be served from/m);
    assert.ok(!Object.keys(textsIn(folder)).some((path) => path.startsWith("generated/")), "nothing is written");
  });

  test("without an URL and without docs there are none; problem details then have the type about:blank", async (t) => {
    const folder = shopFolder(t);
    await startCli(["generate", "openapi.yaml"], { cwd: folder });
    assert.equal(docsIn(folder), null);
    assert.doesNotMatch(textsIn(join(folder, "generated"))["shop/codes.ts"] ?? "", /docs:/);
    assert.equal(problemType(folder), "about:blank");
    await startCli(["generate", "openapi.yaml", "--docs-url", "https://docs.example.com/"], { cwd: folder });
    assert.equal(problemType(folder), "https://docs.example.com/shop/errors/order_not_found.html");
  });
});

describe("docs follow the document", () => {
  test("pages are made for new codes, and go with old ones; one that somebody edited stays; --check says all that", async (t) => {
    const folder = shopFolder(t);
    const path = join(folder, "openapi.yaml");
    const before = readFileSync(path, "utf8");
    const generate = ["generate", "openapi.yaml", "--emit", "codes,json,docs"];
    await startCli(generate, { cwd: folder });
    const page = "generated/docs/shop/errors/order_not_found.html";
    assert.ok(page in textsIn(folder));
    assert.match(
      textsIn(folder)["generated/shop/codes.ts"] ?? "",
      /docs: "\.\.\/docs\/shop\/errors\/order_not_found\.html"/,
    );
    assert.equal(docsIn(folder), null, "a way through a folder means nothing in errors.json");
    assert.deepEqual((await startCli([...generate, "--check"], { cwd: folder })).stderr, "11 files, all up to date\n");

    writeFileSync(path, before.replaceAll("order_not_found", "no_such_order"));
    const check = await startCli([...generate, "--check"], { cwd: folder });
    assert.equal(check.status, 1);
    assert.match(check.stderr, /^ {2}removed generated\/docs\/shop\/errors\/order_not_found\.html$/m);
    assert.match(check.stderr, /^ {2}added +generated\/docs\/shop\/errors\/no_such_order\.html$/m);
    assert.ok(page in textsIn(folder), "--check removes nothing");

    await startCli(generate, { cwd: folder });
    assert.ok(!(page in textsIn(folder)));
    const edited = join(folder, "generated/docs/shop/errors/no_such_order.html");
    writeFileSync(edited, "mine");
    writeFileSync(path, before);
    await startCli(generate, { cwd: folder });
    assert.equal(readFileSync(edited, "utf8"), "mine");
    assert.ok(page in textsIn(folder));
    const left = await startCli([...generate, "--check"], { cwd: folder });
    assert.equal(left.status, 1, "until somebody removes it");
    assert.match(left.stderr, /no_such_order\.html` is not generated any more, and was edited .+\(file-outdated\)/);
    assert.equal((await startCli([...generate, "--force"], { cwd: folder })).status, 0);
    assert.ok(!existsSync(edited));
    assert.equal((await startCli([...generate, "--check"], { cwd: folder })).status, 0);
  });

  test("those of an API that left redocly.yaml go with it, and with no other run; a list of ours that was changed deletes nothing else", async (t) => {
    const folder = shopFolder(t);
    const source = readFileSync(join(folder, "openapi.yaml"), "utf8");
    writeFileSync(join(folder, "other.yaml"), source.replace("id: shop", "id: other"));
    const api = (id: string, root: string) => `  ${id}: { root: ${root}, x-openapi-errors: { emit: [docs] } }\n`;
    const config = join(folder, "redocly.yaml");
    writeFileSync(config, `apis:\n${api("shop", "openapi.yaml")}${api("other", "other.yaml")}`);
    const pages = () => Object.keys(textsIn(folder)).filter((path) => path.startsWith("generated/docs/other/"));
    await startCli(["generate"], { cwd: folder });
    assert.equal(pages().length, 3);
    await startCli(["generate", "openapi.yaml", "--emit", "docs"], { cwd: folder });
    assert.equal(pages().length, 3, "one document is not all that there are");

    const record = join(folder, "generated/docs/built.json");
    const { "docs/other/index.html": page, ...rest } = JSON.parse(readFileSync(record, "utf8"));
    const sum = createHash("sha256").update(source).digest("hex");
    writeFileSync(
      record,
      JSON.stringify({ ...rest, "docs/other/index.html": page, "docs/../../openapi.yaml": { page: sum } }),
    );
    writeFileSync(config, `apis:\n${api("shop", "openapi.yaml")}`);
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.deepEqual(pages(), []);
    assert.match(stderr, /^ {2}removed generated\/docs\/other\/errors\/order_not_found\.html$/m);
    assert.equal(readFileSync(join(folder, "openapi.yaml"), "utf8"), source);
  });
});

test("where a matrix would have too many cells, the codes of each operation are listed", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), manyCodes(246));
  const { status, stderr } = await startCli(["generate", "openapi.json", "--emit", "docs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const docs = textsIn(join(folder, "generated/docs"));
  const matrix = docs["codes_246/matrix.html"] ?? "";
  assert.doesNotMatch(matrix, /<table/);
  assert.deepEqual(await htmlFindings(matrix), []);
  for (const number of [1, 246]) {
    const entry = new RegExp(`<dt>.*#operation/getThing${number}"[^]*?errors/failure_${number}\\.html`);
    assert.match(matrix, entry);
  }
  assert.equal(matrix.match(/<dd>/g)?.length, 246);
  // All of them have one status: each names its neighbours, three of them and not two hundred.
  const page = docs["codes_246/errors/failure_1.html"] ?? "";
  assert.match(page, /and others with the same status/);
  const full = docs["llms-full.txt"] ?? "";
  assert.equal(full.match(/^Distinct from: .* and others with the same status\.$/gm)?.length, 246);
  assert.ok(Math.max(...full.split("\n").map((line) => line.length)) < 2000);
});

test("what hundreds of operations share is said once: their codes in the matrix, their answers in the reference", async (t) => {
  const folder = temporaryFolder(t);
  const [codes, operations] = [250, 250];
  writeFileSync(join(folder, "openapi.json"), madeDocument({ codes, operations, isShared: true }));
  const { status, stderr } = await startCli(["generate", "openapi.json", "--emit", "docs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const docs = textsIn(join(folder, "generated/docs/made"));
  const matrix = docs["matrix.html"] ?? "";
  assert.deepEqual(await htmlFindings(matrix), []);
  assert.deepEqual([matrix.match(/<dt>/g)?.length, matrix.match(/<dd>/g)?.length], [operations, codes]);
  const { paths, components } = shownIn(docs["index.html"]!);
  for (const number of [0, operations - 1]) {
    const { responses, description } = paths[`/things/${number}`].get;
    const name = responses[409].$ref.replace("#/components/responses/", "");
    assert.equal(Object.keys(components.responses[name].content["application/json"].examples).length, codes);
    // A page is read at a glance.
    assert.match(description, /and \[150 more errors\]\(matrix\.html\)/);
  }
});

test("an example that is added to an answer replaces none of its author's, and says which code it is of", async (t) => {
  const folder = temporaryFolder(t);
  const schemas = Object.fromEntries(
    ["gone", "late", "used"].map((code) => {
      const properties = { code: { const: code }, message: { type: "string" } };
      const examples = [{ code, message: `It is ${code}.` }];
      return [code, { title: code, type: "object", required: ["code", "message"], properties, examples }];
    }),
  );
  const oneOf = Object.keys(schemas).map((code) => ({ $ref: `#/components/schemas/${code}` }));
  const own = { code: "late", message: "As the author has it." };
  const answer = (shown: object) => ({
    description: "No",
    content: { "application/json": { schema: { oneOf }, ...shown } },
  });
  // `example` is what one of a schema, which has no name, is called too.
  const responses = { 404: answer({ example: own }), 409: answer({ examples: { example: { value: own } } }) };
  const document = {
    openapi: "3.1.0",
    info: { title: "Named", version: "1" },
    "x-error-contract": { id: "named", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
    paths: { "/things": { get: { operationId: "listThings", responses } } },
    components: { schemas },
  };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const { status, stderr } = await startCli(["generate", "openapi.json", "--emit", "docs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const { paths } = shownIn(textsIn(join(folder, "generated/docs/named"))["index.html"]!);
  for (const key of ["404", "409"]) {
    const { examples } = paths["/things"].get.responses[key].content["application/json"];
    assert.deepEqual(examples.example, { value: own });
    const others = Object.values<{ summary: string; value: { code: string } }>(examples).slice(1);
    assert.deepEqual(
      others.map(({ summary, value }) => [summary, value.code]),
      [
        ["gone", "gone"],
        ["used", "used"],
      ],
    );
  }
});

/** The document that a Redoc page shows. */
function shownIn(page: string) {
  return JSON.parse(/<script type="application\/json" id="definition">(.*)<\/script>/.exec(page)?.[1] ?? "");
}

function docsIn(folder: string): unknown {
  const { errors } = JSON.parse(readFileSync(join(folder, "generated/shop/errors.json"), "utf8"));
  return errors[0].docs;
}

function problemType(folder: string): string {
  const program = `import { parseError, toProblem } from "./generated/shop/index.js";
import vectors from "./generated/shop/vectors.json" with { type: "json" };
declare const console: { log(text: string): void };
console.log(toProblem(parseError(vectors[0]!)).type);
`;
  writeFileSync(join(folder, "program.ts"), program);
  assert.equal(compileStrictly(folder), "");
  return runProgram(join(folder, "out/program.js")).trim();
}

test("a document of several files is bundled without asking anybody: neither its own address nor another one", async (t) => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const folder = temporaryFolder(t);
  const example = "{ code: gone, message: It is gone. }";
  writeFileSync(
    join(folder, "gone.yaml"),
    `{ description: No, content: { application/json: { example: ${example} } } }`,
  );
  writeFileSync(
    join(folder, "openapi.yaml"),
    `openapi: 3.2.0
$self: ${address}/openapi.yaml
info: { title: Shop, version: "1" }
paths:
  /a: { get: { responses: { "404": { $ref: "${address}/openapi.yaml#/components/responses/Gone" } } } }
  /b: { get: { responses: { "200": { $ref: "${address}/other.yaml" }, "404": { $ref: gone.yaml } } } }
  /c: { get: { responses: { "200": { $ref: nowhere.yaml } } } }
components: { responses: { Gone: { $ref: gone.yaml } } }
`,
  );
  const { status, stderr } = await startCli(["generate", "openapi.yaml", "--emit", "docs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  assert.deepEqual(asked, []);
  assert.match(readFileSync(join(folder, "generated/docs/shop/index.html"), "utf8"), /It is gone\./);
});
