import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { messages } from "../../generator/api/index.js";
import { depotFolder } from "../audit/depot.js";
import { runCli, startCli, together } from "../support/cli.js";

const all = { crate_not_found: "a", crate_in_use: "b", slow_down: "c" };
const asked = ["--contract", "openapi.yaml"];

describe("openapi-errors messages", together, () => {
  test("says what a catalogue lacks, what is almost a code, and which placeholder nothing fills", async (t) => {
    const catalogue = `{
  "title": "Depot",
  "errors": {
    "default": "Something failed.",
    "crate_not_found": "",
    "crate_in_usee": "Somebody uses it.",
    "slow_down": "At most {limt} {limit, plural, one {crate} other {crates of {requestId}}}.",
    "seal_broken": "Broken."
  }
}
`;
    const folder = depotFolder(t, { "en.json": catalogue });
    const { status, stdout, stderr } = await startCli(["messages", "en.json", ...asked], { cwd: folder });
    assert.deepEqual({ status, stderr }, { status: 1, stderr: "" });
    assert.equal(
      stdout,
      `en.json: 1 of 3 codes of depot, as errors.{code}; beside them 1 other key: default; retired: seal_broken

en.json:5:5: error: 1 code of \`depot\` has a key and no message: \`crate_not_found\` (message-missing)
  5 |     "crate_not_found": "",
    |     ^
  fix: write \`errors.crate_not_found\`: "Crate not found"

en.json:6:5: error: \`crate_in_usee\` is no code of \`depot\`, and \`crate_in_use\` has no message (message-misspelt)
  6 |     "crate_in_usee": "Somebody uses it.",
    |     ^
  fix: write \`crate_in_use\`

en.json:7:5: warning: nothing fills \`limt\`: the details of \`slow_down\` hold \`limit\` (message-placeholder)
  7 |     "slow_down": "At most {limt} {limit, plural, one {crate} other {crates of {requestId}}}.",
    |     ^
  fix: write \`limit\`

`,
    );
  });

  test("a catalogue that has all codes is fine, with a warning too", async (t) => {
    const texts = JSON.stringify({
      ...all,
      slow_down: "c {{max}} {{0}} {{appName}}",
      crate_in_use: "{appName} {limit}",
    });
    const folder = depotFolder(t, { "en.json": texts });
    const { status, stdout } = await startCli(["messages", "en.json", ...asked, "--format", "github"], { cwd: folder });
    assert.equal(status, 0);
    const told = stdout
      .trimEnd()
      .split("\n")
      .map((line) => /^::(\w+) .*::(.*?):/.exec(line)?.slice(1).join(" "));
    assert.deepEqual(told, [
      "warning nothing fills `limit`",
      "warning nothing fills `max`",
      "warning nothing fills `appName`",
    ]);
  });

  test("placeholders are those of every form, and the words of a choice are none", async (t) => {
    const text =
      "{a} {{b}} %{c} %(d)s { $e } $" +
      "{f} {g, number} {{h | upper}} {0} %s {n, plural, one {word} other {# of {i}}} {limit}";
    const folder = depotFolder(t, { "en.json": JSON.stringify({ ...all, slow_down: text }) });
    const { stdout } = await startCli(["messages", "en.json", ...asked, "--format", "json"], { cwd: folder });
    const problems: readonly { readonly message: string }[] = JSON.parse(stdout).problems;
    const told = problems.map(({ message }) => /^nothing fills `(\w+)`/.exec(message)?.[1]);
    assert.deepEqual(told.sort(), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "n"]);
  });

  test("of a file with several languages each is looked at, and who reads de-AT reads de too", async (t) => {
    const texts = JSON.stringify({ en: { errors: all }, de: { title: "x" }, "de-AT": { errors: { slow_down: "c" } } });
    const folder = depotFolder(t, { "all.json": texts });
    const { stdout } = await startCli(["messages", "all.json", ...asked], { cwd: folder });
    assert.match(stdout, /^all\.json, en: 3 of 3 codes .*\nall\.json, de: 0 of 3 .*\nall\.json, de-AT: 1 of 3 /);
    assert.match(stdout, /3 codes of `depot` have no message in `de`/);
    const said = await startCli(["messages", "all.json", ...asked, "--key", "errors.{code}"], { cwd: folder });
    assert.equal(said.stdout, stdout);
    const lagging = await startCli(["messages", "all.json", ...asked, "--fail-on", "none"], { cwd: folder });
    assert.deepEqual(lagging, { status: 0, stdout, stderr: "" });
  });

  test("in a string catalogue of Xcode a key has the texts of all languages", async (t) => {
    const unit = (value: string) => ({ stringUnit: { state: "translated", value } });
    const strings = {
      crate_not_found: { localizations: { de: unit("a"), en: unit("b") } },
      slow_down: { localizations: { en: { variations: { plural: { one: unit("c"), other: unit("d") } } } } },
      crate_in_use: {},
    };
    const catalogue = JSON.stringify({ sourceLanguage: "en", strings, version: "1.0" });
    const folder = depotFolder(t, { "Localizable.xcstrings": catalogue });
    const { catalogues } = JSON.parse(
      runCli(["messages", "Localizable.xcstrings", ...asked, "--format", "json"], { cwd: folder }).stdout,
    );
    const told = catalogues.map((each: { language: string; messages: number }) => [each.language, each.messages]);
    assert.deepEqual(told, [
      ["en", 2],
      ["de", 1],
    ]);
  });

  test("where no key is that of a code, --key is asked for, and says how keys are made", async (t) => {
    const folder = depotFolder(t, { "en.json": '{ "errors": { "gone": "a" }, "pages": { "slow_down": "b" } }' });
    const run = (...more: string[]) => startCli(["messages", "en.json", ...asked, ...more], { cwd: folder });
    const said = await run("--key", "errors.{code}");
    assert.equal(said.status, 1);
    assert.match(said.stdout, /en\.json:1:1: error: no key here is that of a code of `depot`, like `crate_not_found`/);
    assert.match((await run()).stdout, /^en\.json: 1 of 3 codes of depot, as pages\.\{code\}/);
    const wrong = await run("--key", "errors");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /one `\{code\}` in it/);
  });

  test("what can't be read is told, and then nothing is said to be missing", async (t) => {
    const folder = depotFolder(t, {
      "en.json": '{ "slow_down": "a", "slow_down": "b" }',
      "bad.xml": "<resources><string name='slow_down'>a</b></resources>",
      "notes.txt": "slow_down",
      "deep.ts": `export default ${"{a:".repeat(20_000)}1${"}".repeat(20_000)}`,
      "bytes.properties": Buffer.from([0xe4, 0x3d, 0x61]),
    });
    const run = (...args: string[]) => startCli(["messages", ...args, ...asked], { cwd: folder });
    for (const [file, code, exit] of [
      ["en.json", "key-duplicate", 1],
      ["bad.xml", "document-malformed", 1],
      ["notes.txt", "file-unreadable", 2],
      ["none.json", "file-unreadable", 2],
      ["deep.ts", "tool-failed", 1],
      ["bytes.properties", "file-unreadable", 2],
    ] as const) {
      const { status, stdout, stderr } = await run(file);
      assert.equal(status, exit, file);
      assert.match(stdout, new RegExp(`^${file}:\\d+:\\d+: error: .* \\(${code}\\)`), file);
      assert.doesNotMatch(stdout, /message-missing|^\s+at /m, file);
      assert.equal(stderr, "", file);
    }
    const { status, stdout } = await startCli(["messages", "en.json", "--contract", "none.yaml"], { cwd: folder });
    assert.equal(status, 2);
    assert.match(stdout, /none\.yaml/);
  });
});

test("of several APIs a catalogue is of those whose codes it has most of, and one that none is of is told of", async (t) => {
  const folder = depotFolder(t, { "depot.json": JSON.stringify({ ...all, unauthorized: "d" }), "own.json": "{}" });
  const [depot, momail] = [`${folder}/openapi.yaml`, "spec/momail.yaml"];
  const { catalogues, problems } = await messages(`${folder}/depot.json`, [depot, momail]);
  assert.deepEqual(
    catalogues.map(({ api, messages: count, others }) => [api, count, others]),
    [["depot", 3, ["unauthorized"]]],
  );
  assert.deepEqual(
    problems.map(({ code, message }) => [code, /`(\w+)`/.exec(message)?.[1]]),
    [["message-missing", "momail"]],
  );
  const alone = await messages({ path: "memory.json", text: JSON.stringify({ depot: all }) }, depot, {
    key: "{api}.{code}",
  });
  assert.deepEqual(alone.problems, []);
  assert.equal(alone.catalogues[0]?.key, "depot.{code}");
});
