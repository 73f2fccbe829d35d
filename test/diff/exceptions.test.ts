import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { repository } from "./repository.js";

const files = ["HEAD:spec/openapi.yaml", "spec/openapi.yaml"];
const name = "openapi-errors.exceptions.yaml";
const renamed = (until: string, more = "") =>
  `  - { rule: code-renamed, api: shop, code: order_limit, reason: Nobody reads it., until: ${until}${more} }\n`;

describe("changes that are accepted", together, () => {
  test("are written down by their fingerprint, and fail no more", async (t) => {
    const folder = repository(t);
    const first = await startCli(["diff", ...files], { cwd: folder });
    assert.equal(first.status, 1);
    const fingerprint = /fingerprint: (\S+)/.exec(first.stdout)?.[1] ?? "";
    const asked = ["--accept", fingerprint, "--reason", "It was never sent: see #12.", "--until", "2999-12-31"];
    const written = await startCli(["diff", ...files, ...asked], { cwd: folder });
    assert.deepEqual(written, { status: 0, stdout: "", stderr: `${name}: 1 exception more\n` });
    assert.equal(
      readFileSync(join(folder, name), "utf8"),
      `# Changes that somebody looked at and accepted: \`openapi-errors diff --accept\` writes them.
exceptions:
  - rule: code-renamed
    api: shop
    code: order_limit
    reason: "It was never sent: see #12."
    until: 2999-12-31
`,
    );
    const second = await startCli(["diff", ...files], { cwd: folder });
    assert.deepEqual({ status: second.status, stderr: second.stderr }, { status: 0, stderr: "" });
    assert.match(
      second.stdout,
      /: accepted, breaking: `order_limit` is `orders_full` now \(code-renamed\)\n {2}accepted until 2999-12-31: It was never sent: see #12\.\n/,
    );
    assert.match(second.stdout, /\n0 breaking, 0 warnings, 0 notes, 1 accepted\n$/);
    const again = await startCli(["diff", ...files, ...asked], { cwd: folder });
    assert.equal(again.stderr, `${name}: 0 exceptions more\n`);
    // It asks for no new major version, and is no annotation.
    const next = await startCli(["diff", ...files, "--format", "next-version"], { cwd: folder });
    assert.equal(next.stdout, "1.2.4\n");
    const github = await startCli(["diff", ...files, "--format", "github"], { cwd: folder });
    assert.equal(github.stdout, "");
  });

  test("stand in a file that somebody else may edit: comments and other entries stay", async (t) => {
    const folder = repository(t);
    const before = `# ours\nexceptions: # all of them\n${renamed("2001-01-01")}`;
    writeFileSync(join(folder, "accepted.yaml"), before);
    const json = await startCli(["diff", ...files, "--format", "json", "--exceptions", "accepted.yaml"], {
      cwd: folder,
    });
    const [{ fingerprint }] = JSON.parse(json.stdout).changes;
    const asked = [
      "--accept",
      fingerprint,
      "--reason",
      "Yes.",
      "--until",
      "2999-01-01",
      "--exceptions",
      "accepted.yaml",
    ];
    assert.equal((await startCli(["diff", ...files, ...asked], { cwd: folder })).status, 0);
    const after = readFileSync(join(folder, "accepted.yaml"), "utf8");
    assert.ok(after.startsWith(before), after);
    assert.equal(existsSync(join(folder, name)), false);
  });

  test("past their day, or of a change that is not there, fail with their place", async (t) => {
    const expired = await withExceptions(t, renamed("2001-01-01"));
    assert.equal(expired.status, 1);
    assert.match(expired.stdout, /breaking: `order_limit` is `orders_full` now/);
    assert.match(
      expired.stderr,
      /^openapi-errors\.exceptions\.yaml:2:\d+: error: `code-renamed` was accepted until 2001-01-01 \(exception-expired\)\n {2}2 \| .*\n.*\n {2}fix: remove it where the change has landed/,
    );
    const other = renamed("2999-01-01") + renamed("2999-01-01").replace("order_limit", "another");
    const unmatched = await withExceptions(t, other);
    assert.equal(unmatched.status, 1);
    assert.match(unmatched.stderr, /^openapi-errors\.exceptions\.yaml:3:\d+: error: .*\(exception-unmatched\)\n/);
    const elsewhere = await withExceptions(
      t,
      other.replaceAll("another", "another").replace(/shop(?!.*shop)/s, "none"),
    );
    assert.deepEqual({ status: elsewhere.status, stderr: elsewhere.stderr }, { status: 0, stderr: "" });
    const part = await withExceptions(t, renamed("2999-01-01", ", operations: [createOrder]"));
    assert.equal(part.status, 1, "it is about more operations than these");
  });

  test("a file that says something else is refused, with what to write", async (t) => {
    for (const [list, says] of [
      [
        "  - { rule: code-renamd, api: shop, reason: x, until: 2999-01-01 }\n",
        /no rule `code-renamd`.*\n.*\n.*\n {2}fix: write `code-renamed`/,
      ],
      [
        "  - { rule: code-renamed, api: shop, reason: x, until: 2999-02-31 }\n",
        /`2999-02-31` is no day of the calendar/,
      ],
      [
        "  - { rule: code-renamed, api: shop, reason: x }\n",
        /`exceptions\.0` has no `until`.*\n.*\n.*\n {2}fix: add `until`/,
      ],
      [
        "  - { rule: code-renamed, api: shop, reason: x, until: 2999-01-01, cod: a }\n",
        /has no member `cod`.*\n.*\n.*\n {2}fix: write `code`/,
      ],
      ["  - [\n", /error: .*\(document-malformed\)/],
      [
        '  - { rule: code-renamd, api: shop, reason: "", until: soon, cod: a }\n',
        /no rule .+reason` is empty[^\n]*\n.*?\n {2}fix: fill it in\n.+`soon` is no day .+no member `cod`/s,
      ],
    ] as const) {
      const { status, stdout, stderr } = await withExceptions(t, list);
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, stderr);
      assert.match(stderr, says);
    }
    const missing = await startCli(["diff", ...files, "--exceptions", "missing.yaml"], { cwd: repository(t) });
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /^missing\.yaml:1:1: error: `missing\.yaml` can't be read/);
  });

  test("what is asked for without what it needs is refused, and nothing is written", async (t) => {
    const folder = repository(t);
    for (const [args, says] of [
      [["--accept", "000000000000", "--until", "2999-01-01"], /say why: add `--reason/],
      [["--accept", "000000000000"], /say why: add `--reason.+; say how long: add `--until`/],
      [["--accept", "000000000000", "--reason", "x"], /say how long: add `--until`/],
      [["--accept", "000000000000", "--reason", "x", "--until", "2999-13-01"], /with a day like `2027-01-31`/],
      [["--accept", "000000000000", "--reason", "x", "--until", "2001-01-01"], /`--until 2001-01-01` is past/],
      [
        ["--accept", "000000000000", "--reason", "x", "--until", "2999-01-01"],
        /no change `000000000000`; these are here:\n {2}[0-9a-f]{12} {2}code-renamed order_limit\n$/,
      ],
      [["--reason", "x"], /belong to `--accept <fingerprint>`/],
    ] as const) {
      const { status, stdout, stderr } = await startCli(["diff", ...files, ...args], { cwd: folder });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, says);
    }
    assert.equal(existsSync(join(folder, name)), false);
  });
});

async function withExceptions(t: TestContext, list: string) {
  const folder = repository(t);
  writeFileSync(join(folder, name), `exceptions:\n${list}`);
  return startCli(["diff", ...files], { cwd: folder });
}
