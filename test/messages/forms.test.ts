import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { depotFolder } from "../audit/depot.js";
import { startCli, together } from "../support/cli.js";

/** Catalogues that have messages of two codes of three, and lack that of `crate_in_use`. */
const forms: Readonly<Record<string, readonly [text: string, key: string]>> = {
  "nested.json": [
    '{ "app": { "title": "x" }, "errors": { "crate_not_found": "a", "slow_down": "b" } }',
    "errors.{code}",
  ],
  "flat.json": ['{ "title": "x", "crate_not_found": "a", "slow_down": "b" }', "{code}"],
  "parts.json": [
    '{ "errors": { "crate_not_found": { "title": "a", "body": "b" }, "slow_down_one": "c", "slow_down_other": "d" } }',
    "errors.{code}",
  ],
  "headings.json": ['{ "err.CRATE_NOT_FOUND.heading": "a", "err.SLOW_DOWN.heading": "b" }', "err.{code}"],
  "camel.json": ['{ "errorCrateNotFoundText": "a", "errorSlowDownText": "b", "errorDelay": "c" }', "error{code}Text"],
  "de.yml": ["de:\n  api:\n    crate_not_found: Nicht da\n    slow_down: Langsam\n", "de.api.{code}"],
  "app_de.arb": [
    '{ "@@locale": "de", "crateNotFound": "a", "@crateNotFound": { "description": "x" }, "slowDown": "b" }',
    "{code}",
  ],
  "messages_de.properties": [
    "# error.crate-in-use = no\nerror.crate-not-found = Die Kiste \\\n    fehlt\nerror.slow-down: \\u004cangsam\n",
    "error.{code}",
  ],
  "Localizable.strings": [
    '/* "crate_in_use" = "no"; */\n"crate_not_found" = "a \\"b\\"";\nslow_down = "c";\n',
    "{code}",
  ],
  "errors.ftl": ["# no\nerror-crate-not-found = a\n    b\nerror-slow-down = { $limit } c\n", "error-{code}"],
  "de.po": [
    'msgid ""\nmsgstr "Language: de"\n\n#, fuzzy\nmsgid "crate_in_use"\nmsgstr "no"\n\nmsgid "crate_not_found"\nmsgstr ""\n"a "\n"b"\n\nmsgid "slow_down"\nmsgid_plural "slow_downs"\nmsgstr[0] "c"\n',
    "{code}",
  ],
  "context.po": [
    'msgctxt "crate_not_found"\nmsgid "It is gone"\nmsgstr "a"\n\nmsgctxt "slow_down"\nmsgid "Too fast"\nmsgstr "b"\n',
    "{code}",
  ],
  "strings.xml": [
    '<?xml version="1.0"?>\n<!DOCTYPE resources [ <!ENTITY app "Depot"> ]>\n<resources>\n  <string name="error_crate_not_found">&app; <b>a</b> &amp; b</string>\n  <plurals name="error_slow_down"><item quantity="other">c</item></plurals>\n</resources>\n',
    "error_{code}",
  ],
  "de.xlf": [
    '<xliff version="1.2"><file target-language="de"><body><trans-unit id="1" resname="err.crate_not_found"><source>a</source><target>b</target></trans-unit><trans-unit id="2" resname="err.slow_down"><source>a</source><target>b</target></trans-unit><trans-unit id="3" resname="err.crate_in_use"><source>a</source></trans-unit></body></file></xliff>',
    "err.{code}",
  ],
  "source.xliff": [
    '<xliff version="2.0" srcLang="en"><file id="f"><unit id="crate_not_found"><segment><source>a</source></segment></unit><unit id="slow_down"><segment><source>b</source></segment></unit></file></xliff>',
    "{code}",
  ],
  "Errors.resx": [
    '<root><data name="CrateNotFound"><value>a</value><comment>x</comment></data><data name="SlowDown"><value>b</value></data></root>',
    "{code}",
  ],
  "messages.ts": [
    `import { ErrorCode } from "./depot";\nexport const messages = {\n  [ErrorCode.CrateNotFound]: "a",\n  SlowDown: (error: { limit: number }) => \`\${error.limit}\`,\n} satisfies Record<string, unknown>;\n`,
    "messages.{code}",
  ],
  "de.js": [
    `module.exports = { errors: { "crate_not_found": "a" + "b", slow_down: \`c \${limit}\` } };\n`,
    "errors.{code}",
  ],
};

describe("a catalogue of any form lacks one code", together, () => {
  for (const [file, [text, key]] of Object.entries(forms).filter(([, [, key]]) => key !== ""))
    test(file, async (t) => {
      const folder = depotFolder(t, { [file]: text });
      const args = ["messages", file, "--contract", "openapi.yaml", "--format", "json"];
      const { status, stdout, stderr } = await startCli(args, { cwd: folder });
      const { catalogues, problems } = JSON.parse(stdout);
      assert.equal(stderr, "");
      assert.deepEqual(
        catalogues.map((each: { key: string; missing: { code: string }[] }) => [
          each.key,
          each.missing.map(({ code }) => code),
        ]),
        [[key, ["crate_in_use"]]],
      );
      assert.deepEqual(
        problems.map((problem: { code: string }) => problem.code),
        ["message-missing"],
      );
      assert.equal(status, 1);
    });
});
