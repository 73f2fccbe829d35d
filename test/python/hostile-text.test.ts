import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { renderPython } from "../../generator/render/python.js";
import { namePython } from "../../generator/view/python/names.js";
import { docstring, quoted } from "../../generator/view/python/text.js";
import { temporaryFolder } from "../support/cli.js";
import { hostileCodes, hostileContract, hostileTexts } from "./hostile-contract.js";
import { program, runPython } from "./run-python.js";

interface Report {
  readonly hidden: readonly string[];
  readonly calls: readonly string[];
  readonly comments: readonly string[];
  readonly codes: readonly string[];
  readonly members: readonly string[];
  readonly operations: Readonly<Record<string, readonly string[]>>;
  readonly info: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly classes: readonly { name: string; parsed: string; listed: boolean; code: string; doc: string }[];
}

test("a contract whose every text is hostile", async (t) => {
  const report = await reportOn(t);

  await t.test("leaves no character in the code that hides or moves what is there", () => {
    assert.deepEqual(report.hidden, []);
  });

  await t.test("adds nothing that runs, and no comment that acts", () => {
    const types = [
      "ClosestRule",
      "DelayHeader",
      "Envelope",
      "ErrorInfo",
      "ErrorRule",
      "ParserContract",
      "RetryPolicy",
      "TypeVar",
    ];
    const functions = ["body_of", "classify_answer", "delay_before_retry", "headers_of", "is_error_of", "isinstance"];
    const others = ["AcmeUnlistedError", "TypedDict", "classified_of_dict", "parse_error", "request_of", "status_of"];
    assert.deepEqual(report.calls, [...types, ...functions, ...others].sort());
    const acting = /noqa|type:|coding|mypy|ruff|fmt|pyright(?!: reportIncompatibleVariableOverride=false$)/;
    assert.deepEqual(
      report.comments.filter((line) => acting.test(line)),
      [],
    );
  });

  await t.test("comes back as it was", () => {
    assert.deepEqual(report.codes, hostileCodes);
    const operations = hostileContract.operations.map(({ id }) => id);
    assert.deepEqual(Object.keys(report.operations).sort(), operations.sort());
    for (const { code, title, meaning, statuses, category, retry, causes, ...error } of hostileContract.errors) {
      // What is said in no words is not said.
      const { group = null, resolution = null, docs = null } = withoutEmpty(error);
      const expected = { title, meaning, statuses, category, retry, group, causes, resolution, docs };
      assert.deepEqual(report.info[code], expected, JSON.stringify(code));
    }
  });

  await t.test("has a name of its own for each code", () => {
    for (const names of [report.members, report.classes.map(({ name }) => name)]) {
      assert.equal(new Set(names).size, hostileCodes.length);
      for (const name of names) assert.match(name, /^[A-Za-z][A-Za-z0-9_]*$/);
    }
  });

  await t.test("gives each answer the class of its code", () => {
    for (const [i, code] of hostileCodes.entries()) {
      // A code that is empty is none: the status is all there is to go by.
      if (code === "") continue;
      const { parsed, listed, code: annotated, doc } = report.classes[i]!;
      assert.deepEqual({ parsed, listed, annotated }, { parsed: code, listed: true, annotated: code });
      assert.match(doc, /^400, 4XX, default: /);
    }
  });
});

test("no class has the name of a keyword or of anything that Python has built in", async () => {
  const script =
    "import builtins, json, keyword; print(json.dumps([*dir(builtins), *keyword.kwlist, *keyword.softkwlist]))";
  const names = JSON.parse((await runPython(["-c", script])).stdout) as string[];
  const [first] = hostileContract.errors;
  const codes = names.flatMap((name) => [name, name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()]);
  const named = namePython({ ...hostileContract, errors: [...new Set(codes)].map((code) => ({ ...first!, code })) });
  assert.ok(names.includes("ValueError") && names.includes("None"));
  assert.deepEqual(
    [...named.codes.values()].filter(({ exception }) => names.includes(exception)),
    [],
  );
});

test("every string comes back from its literal, and every docstring holds its words", async () => {
  const docs = hostileTexts.flatMap((text) => [docstring([text], 4), docstring([text, text])].map((doc) => doc.text));
  const script = "import ast, json, sys; print(json.dumps([ast.literal_eval(text) for text in json.load(sys.stdin)]))";
  const input = JSON.stringify([...hostileTexts.map(quoted), ...docs]);
  const { status, stdout, stderr } = await runPython(["-c", script], { input });
  assert.equal(status, 0, stderr);
  const values = JSON.parse(stdout) as string[];
  assert.deepEqual(values.slice(0, hostileTexts.length), hostileTexts);
  for (const [i, doc] of values.slice(hostileTexts.length).entries())
    assert.ok(words(doc).startsWith(words(hostileTexts[Math.floor(i / 2)] ?? "")), JSON.stringify(doc));
});

/** What a docstring keeps of a text: its visible characters. */
function words(text: string): string {
  return text.replace(/\s|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zs}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/gu, "");
}

function withoutEmpty<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== "")) as Partial<T>;
}

/** What a program sees in the Python of the hostile contract. */
async function reportOn(t: TestContext): Promise<Report> {
  const folder = temporaryFolder(t);
  for (const { path, text } of renderPython(hostileContract)) {
    mkdirSync(dirname(join(folder, "generated", path)), { recursive: true });
    writeFileSync(join(folder, "generated", path), text);
  }
  const { status, stdout, stderr } = await runPython([program("literals.py"), folder, "generated.acme.errors"]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Report;
}
