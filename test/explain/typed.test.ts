import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { shopFolder } from "../cli/shop.js";
import { runCli } from "../support/cli.js";

const of = ["--document", "openapi.yaml"];

test("explain takes a status as people have it before them, and a range of them", (t) => {
  const cwd = shopFolder(t);
  const page = runCli(["explain", "404", ...of], { cwd }).stdout;
  assert.match(page, /^Errors with status 404\n(?:.*\n)*.*\n {2}order_not_found {2}404: /m);
  for (const word of ["404 Not Found", "HTTP 404", "HTTP/1.1 404 Not Found", "http/2 404", "HTTP_404"])
    assert.equal(runCli(["explain", word, ...of], { cwd }).stdout, page, word);
  assert.match(
    runCli(["explain", "4xx", ...of], { cwd }).stdout,
    /^Errors with status 4XX\n(?:.*\n)*.* order_not_found /,
  );
  const unused = runCli(["explain", "3XX", ...of], { cwd });
  assert.deepEqual([unused.status, unused.stdout], [1, ""]);
  assert.match(unused.stderr, /has the status 3XX; these are in use/);
});

test("explain says how a file is given: as a document, or as an answer", (t) => {
  const cwd = shopFolder(t);
  writeFileSync(join(cwd, "body.json"), '{"nothing": "of ours"}');
  for (const [args, lines] of [
    [["openapi.yaml"], ["explain 404 --document openapi.yaml", "explain < openapi.yaml"]],
    [
      ["body.json", ...of],
      ["explain 404 --document body.json", "explain --document openapi.yaml < body.json"],
    ],
    [["order_not_found", "openapi.yaml"], ["explain order_not_found --document openapi.yaml"]],
    // Below a file there is nothing.
    [
      ["openapi.yaml/c", "d", ...of],
      [`explain openapi.yaml/c ${of.join(" ")}`, `explain d ${of.join(" ")}`],
    ],
    [
      ["a", "b c", ...of],
      ["explain a --document openapi.yaml", "explain 'b c' --document openapi.yaml"],
    ],
  ] as const) {
    const { status, stdout, stderr } = runCli(["explain", ...args], { cwd });
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.deepEqual(
      stderr.split("\n").slice(1, -1),
      lines.map((line) => `  openapi-errors ${line}`),
    );
  }
  const { status, stderr } = runCli(["explain", "order_not_found"], { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /fix: name a document, like `--document openapi\.yaml`,/);
});

test("what explain suggests for an answer has the options that it needs again", (t) => {
  const cwd = shopFolder(t);
  for (const input of ["", '{"nothing": "of ours"}']) {
    const { stderr } = runCli(["explain", ...of], { cwd, input });
    assert.match(stderr, /\n {2}openapi-errors explain (?:--status )?404 --document openapi\.yaml/);
    assert.match(stderr, /\| openapi-errors explain --document openapi\.yaml\n/);
  }
});

test("explain --format json is JSON where there is nothing to show, too", (t) => {
  const cwd = shopFolder(t);
  const json = (...args: string[]) => {
    const { status, stdout } = runCli(["explain", ...args, "--format", "json"], { cwd });
    return { status, ...JSON.parse(stdout) };
  };
  const near = json("order_not_fond", ...of);
  assert.deepEqual([near.status, near.errors, near.meant[0].code], [1, [], "order_not_found"]);
  assert.match(near.message, /no code `order_not_fond` in Shop/);
  const missing = json("order_not_found", "--document", "nothing.yaml");
  assert.deepEqual([missing.status, missing.problems[0].code], [2, "file-unreadable"]);
});
