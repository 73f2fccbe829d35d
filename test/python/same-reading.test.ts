import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { itemNames } from "../../generator/runtime/field-names.js";
import { classifyAnswer, type ParserContract } from "../../generator/runtime/index.js";
import { contractOf, readings } from "../runtime/readings.js";
import { askPython } from "./run-python.js";

interface Question {
  readonly contract: Pick<ParserContract, "envelopes" | "errors" | "delayHeaders">;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const text = fc.constantFrom("a", "is taken", "", "/a/b~1c", "#/x", "#", "a.b", "[0]", "404", "Not Found", "12s");
const names = [...itemNames.paths, ...itemNames.texts, ...itemNames.nested, "source", "pointer", "parameter", "header"];
const key = fc.oneof(
  fc.constantFrom(...names.filter((name) => !name.includes("."))),
  fc.constantFrom("field_name", "FieldName", "propertyPath", "_errors", "fieldErrors", "formErrors", "/a/b", "0", "7"),
  fc.constantFrom("email", "owner", "items", "__proto__", "a.b", "Ünder"),
);
const { fields } = fc.letrec<{ fields: unknown }>((tie) => ({
  fields: fc.oneof(
    { maxDepth: 6 },
    text,
    fc.constantFrom<unknown>(null, true, 0, 7, 1.5, {}, []),
    fc.array(tie("fields"), { maxLength: 3 }),
    fc.dictionary(key, tie("fields"), { maxKeys: 4 }),
    fc.record(
      {
        errors: fc.array(tie("fields"), { maxLength: 2 }),
        properties: fc.dictionary(key, tie("fields"), { maxKeys: 3 }),
        items: fc.array(tie("fields"), { maxLength: 2 }),
      },
      { requiredKeys: ["errors"] },
    ),
  ),
}));

describe("Python and TypeScript read alike:", () => {
  test("field errors and messages of any shape", () =>
    compare(
      fc.sample(
        fc.record({
          contract: fc.constantFrom(
            { envelopes: [{ fields: "" }], errors: {} },
            { envelopes: [{ fields: "/errors", message: "/errors/*/message" }], errors: {} },
            { envelopes: [{ code: "/code", codeOptional: true, message: "/detail", fields: "/errors" }], errors: {} },
            { envelopes: [{ message: "/message", messageType: ["array", "object"] }], errors: {} },
          ),
          status: fc.constantFrom(400, 422),
          headers: fc.constant({}),
          body: fc.oneof(
            fields,
            fc.record({ errors: fields, message: fields, title: fields, code: fields }, { requiredKeys: [] }),
          ),
        }),
        { seed: 3, numRuns: 4000 },
      ),
    ));

  test("codes that say no more than the status, of either type, in bodies and in headers", () => {
    const codes = [404, "404", "Not Found", "not found", "Gone", 7, "7", "gone", "about:blank", null, true];
    const pages = ["https://httpstatuses.com/404", "https://tools.ietf.org/html/rfc7231#section-6.5.4"];
    const more = ["http://acme.example/404", `https://www.rfc-editor.org/${"rfc".repeat(200)}9110`, "ſ"];
    const inHeaders = ["", "gone", "a#gone:http://x", "Not Found", "x:y"];
    const questions = [...codes, ...pages, ...more].flatMap((code) =>
      inHeaders.flatMap((header) =>
        [undefined, "string" as const, "integer" as const].map((codeType): Question => {
          const envelope = { code: "/code", codeHeader: "X-Code", ...(codeType ? { codeType } : {}) };
          const contract = { envelopes: [envelope], errors: { gone: { statuses: ["404"] } } };
          return {
            contract,
            status: 404,
            headers: { "x-code": header },
            body: header === "x:y" ? undefined : { code },
          };
        }),
      ),
    );
    return compare(questions);
  });

  test("delays in headers and bodies", () => {
    const values = [
      "30",
      "1.5",
      "0",
      "-1",
      "53s",
      "1500ms",
      "2 min",
      "1h",
      "soon",
      "1795665630",
      "1795665630123",
      "1h2m3.5s",
      "6m0s",
      "PT1M0.25S",
      "PT30S5X",
      "P1DT2H",
      "P1M",
      "00:00:30",
      "2026-11-26T04:00:30.5Z",
      "2026-02-30T00:00:00Z",
    ];
    const limits = ['"default";r=0;t=30', '"a,;b";r=1;t=5, "c";r=0;t=9;x', "limit=9, remaining=0, reset=50", "r=0"];
    const headers = ["retry-after-ms", "x-ratelimit-reset", "x-ratelimit-reset-tokens", "ratelimit", "x-wait"];
    const date = "Thu, 26 Nov 2026 04:00:00 GMT";
    const units = ["seconds", "milliseconds", "epoch-seconds"] as const;
    const questions = [...values, ...limits, "Thu, 26 Nov 2026 04:01:00 GMT"].flatMap((value) =>
      headers.flatMap((name) =>
        [403, 429].flatMap((status) =>
          units.flatMap((unit) =>
            ["/retry_after_ms", "/wait", "/params", "/details/*/retryDelay"].flatMap((delay) =>
              ["0", "7", "x"].map((left): Question => {
                const contract = { envelopes: [{ delay, details: "/details" }], errors: {} };
                return {
                  contract: { ...contract, delayHeaders: [{ name: "X-Wait", unit }] },
                  status,
                  headers: { [name]: value, "x-ratelimit-remaining": left, date },
                  body: {
                    [delay.slice(1)]: value,
                    details: [{ "@type": "x/google.rpc.RetryInfo", retryDelay: value }],
                  },
                };
              }),
            ),
          ),
        ),
      ),
    );
    return compare(questions);
  });
});

test("Python reads what the list of readings says", async () => {
  const questions = readings.map((reading): Question => {
    const { status = 404, headers = {}, body } = reading;
    return { contract: contractOf(reading), status, headers, body };
  });
  const found = await askPython<Record<string, unknown>>("classify.py", questions);
  for (const [i, { name, expect }] of readings.entries())
    for (const [member, value] of Object.entries(expect)) {
      const theirs = found[i]![member.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`)];
      assert.deepEqual(theirs, JSON.parse(JSON.stringify(value ?? null)), `${name}: ${member}`);
    }
});

async function compare(questions: readonly Question[]): Promise<void> {
  const found = await askPython<Record<string, unknown>>("classify.py", questions);
  for (const [i, question] of questions.entries()) {
    const { contract, ...answer } = JSON.parse(JSON.stringify(question)) as Question;
    const parsed = classifyAnswer({ ...contract, api: "sample", name: "SampleError", operations: {} }, answer);
    const { code, message, fields, retryAfter, category, deviations } = parsed;
    const ours = { code, message, fields, retry_after: retryAfter ?? null, category, deviations };
    const theirs = Object.fromEntries(Object.keys(ours).map((name) => [name, found[i]![name]]));
    assert.deepEqual(theirs, JSON.parse(JSON.stringify(ours)), JSON.stringify(question));
  }
}
