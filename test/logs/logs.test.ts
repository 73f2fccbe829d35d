import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { itemNames } from "../../generator/runtime/field-names.js";
import { runPython } from "../python/run-python.js";
import { runCli } from "../support/cli.js";
import { loggers } from "./loggers.js";
import { answerOf, answerWith, details, redacted, secret } from "./secrets.js";

type Vault = Pick<typeof import("../../generated/tenantcore/index.js"), "parseError" | "fromJSON"> & {
  readonly errors: { loginRefused(details: unknown, options: { readonly requestId: string }): Error };
};

const document = fileURLToPath(new URL("vault.yaml", import.meta.url));
const program = fileURLToPath(new URL("log.py", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-logs-"));
let vault: Vault;

before(async () => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const output = join(folder, "generated");
  const { status, stderr } = runCli(["generate", document, "--output", output, "--emit", "errors,python"]);
  assert.equal(status, 0, stderr);
  vault = await import(pathToFileURL(join(output, "vault/index.ts")).href);
});
after(() => rmSync(folder, { recursive: true }));

/** Secrets of another type than declared: what was found is said of each. */
const wrong = { passcode: "s3cret", refused: { field: "password", value: "s3cret" } };

/** One error of each origin. Loggers leave marks on what they log: each gets its own. */
const origins: Readonly<Record<string, () => Error>> = {
  parsed: () => vault.parseError(answerWith("login_refused")),
  "parsed, unlisted": () => vault.parseError(answerWith("newer_than_this")),
  "parsed, departing from the contract": () => vault.parseError(answerWith("login_refused", wrong)),
  thrown: () => vault.errors.loginRefused(details, { requestId: "req_42" }),
  "from JSON": () => vault.fromJSON(JSON.parse(JSON.stringify(vault.parseError(answerWith("login_refused"))))),
};

for (const [origin, make] of Object.entries(origins))
  describe(`an error that is ${origin}`, () => {
    for (const [name, log] of Object.entries(loggers)) {
      test(`${name}: no secret, but what helps`, () => {
        const text = log(make());
        assert.doesNotMatch(text, secret);
        for (const word of [/login_refused|newer_than_this/, /400/, /req_42/]) assert.match(text, word);
      });

      test(`${name}: none as the cause of another, or among several`, () => {
        for (const outer of [new Error("outer", { cause: make() }), new AggregateError([make()], "several")])
          assert.doesNotMatch(log(outer), secret);
      });
    }
  });

test("what an error was caused by is printed by its stack: a client's error holds what was sent", () => {
  const inner = Object.assign(new Error("inner"), { code: "ECONNRESET", errno: -104 });
  const cause = Object.assign(new Error("outer", { cause: inner }), {
    config: { headers: { "X-Sent": "s3cret" }, body: "s3cret" },
    token: "s3cret",
    status: 400,
  });
  const text = loggers["Node's console"]!(vault.parseError(answerWith("login_refused"), { cause }));
  assert.doesNotMatch(text, secret);
  assert.match(text, /cause: Error: outer\n.*status: 400,.*\[cause\]: Error: inner\n.*code: 'ECONNRESET'/s);
});

test("pino shows what the errors are called, in a program that was minified too", async () => {
  const outfile = join(folder, "minified.mjs");
  await build({
    entryPoints: [join(folder, "generated/vault/index.ts")],
    bundle: true,
    minify: true,
    outfile,
    format: "esm",
  });
  for (const { parseError } of [vault, (await import(pathToFileURL(outfile).href)) as Vault]) {
    const line = loggers["pino: the error"]!(parseError(answerWith("login_refused")));
    const { err } = JSON.parse(line) as { err: { type: string; stack: string } };
    assert.equal(err.type, "VaultError");
    assert.match(err.stack, /^VaultError \[login_refused\]: /);
  }
});

test("an error behind a proxy, as stores have their values, prints what may be printed", () => {
  const error = vault.parseError(answerWith("login_refused"));
  const shown = JSON.parse(JSON.stringify(new Proxy(error, {}))) as object;
  const { details: _details, ...others } = error.toJSON();
  assert.deepEqual(shown, JSON.parse(JSON.stringify(others)));
});

describe("in Python", () => {
  const answers = ["login_refused", "newer_than_this"].map((code) => answerWith(code));
  const departing = answerWith("login_refused", wrong);
  let ways: readonly { readonly name: string; readonly text: string }[] = [];

  before(async () => {
    const { status, stdout, stderr } = await runPython([program], {
      cwd: folder,
      input: JSON.stringify([...answers, departing]),
    });
    assert.equal(status, 0, stderr);
    ways = JSON.parse(stdout) as typeof ways;
  });

  test("no way of logging prints a secret, but what helps", () => {
    assert.ok(ways.length >= 3 * 10);
    for (const { name, text } of ways) {
      assert.doesNotMatch(text, secret, name);
      for (const word of [/login_refused|newer_than_this/, /400/]) assert.match(text, word, name);
    }
  });

  test("the same is redacted as in TypeScript, and nothing else", () => {
    const found = ways.find(({ name }) => name === "to_dict");
    const { details: inPython } = JSON.parse(found!.text) as { details: unknown };
    const { details: inTypeScript } = JSON.parse(JSON.stringify(vault.parseError(answers[0]!))) as { details: unknown };
    assert.deepEqual(inPython, redacted);
    assert.deepEqual(inTypeScript, redacted);
  });

  test("what was found is said without it", () => {
    const found = ways.findLast(({ name }) => name === "to_dict");
    const said = (parsed: unknown) =>
      (parsed as { deviations: { found: string }[] }).deviations.map((each) => each.found);
    const expected = ["string [redacted]", "string [redacted]"];
    assert.deepEqual(said(JSON.parse(found!.text)), expected);
    assert.deepEqual(said(vault.parseError(departing)), expected);
  });

  test("both languages redact the same of any details", async () => {
    const key = fc.oneof(
      fc.constantFrom(...itemNames.paths, "value", "rejectedValue", "Input", "received", "data", "metadata", "0", "7"),
      fc.constantFrom(
        "password",
        "newPassword2",
        "token_hash",
        "tokens",
        "auth-codes",
        "X-Api-Key",
        "otp",
        "__proto__",
      ),
      fc.string({ unit: fc.constantFrom("token", "pwd", "_", "-", "value", "S", "1", "ſ", "K"), maxLength: 5 }),
    );
    const leaf = fc.oneof(key, fc.constantFrom<unknown>("a.password", "/x/token", "a[secret]", null, 7, true, {}, []));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
      ),
    }));
    const asked = fc
      .sample(fc.dictionary(key, value, { maxKeys: 4 }), { seed: 7, numRuns: 400 })
      .map((each) => answerOf("newer_than_this", JSON.parse(JSON.stringify(each))));
    const { stdout, stderr } = await runPython([program], { cwd: folder, input: JSON.stringify(asked) });
    assert.equal(stderr, "");
    const found = (JSON.parse(stdout) as typeof ways).filter(({ name }) => name === "to_dict");
    assert.equal(found.length, asked.length);
    for (const [i, answer] of asked.entries()) {
      const { details: ours } = JSON.parse(JSON.stringify(vault.parseError(answer))) as { details?: unknown };
      assert.deepEqual((JSON.parse(found[i]!.text) as { details: unknown }).details, ours ?? null, answer.body);
    }
  });
});
