import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

// A base lists all codes; each error narrows it, in a member that is one of several, or by a discriminator.
const document = `openapi: 3.1.0
info: { title: Ferry, version: 1.0.0 }
x-error-contract:
  id: ferry
  envelopes: [{ name: error, code: /error/code, message: /error/message, details: /error, requestId: /trace }]
paths:
  /cars:
    get:
      operationId: findCar
      responses:
        "404":
          description: No such car.
          content: { application/json: { schema: { $ref: "#/components/schemas/NoCar" } } }
    post:
      operationId: bookCar
      responses:
        "409":
          description: Not now.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Refused" }
              examples:
                full: { value: { trace: t1, error: { code: deck_full, message: Full, next: Monday } } }
                high: { value: { trace: t2, error: { code: too_high, message: Too high, limit: null } } }
        "402":
          description: The card was refused.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Payment" }
              example: { trace: t3, error: { code: 7b, message: Refused, bank: B } }
components:
  schemas:
    Code: { type: string, enum: [no_car, deck_full, too_high] }
    Base:
      type: object
      required: [error]
      properties:
        trace: { type: string }
        error: { type: object, required: [code, message], properties: { code: { $ref: "#/components/schemas/Code" }, message: { type: string } } }
    NoCar:
      title: No such car
      description: Nobody booked a car of this number.
      example: { trace: t, error: { code: no_car, message: None } }
      allOf:
        - $ref: "#/components/schemas/Base"
        - { properties: { error: { properties: { code: { const: no_car } } } } }
    Refused:
      type: object
      required: [error]
      properties:
        trace: { type: string }
        error:
          oneOf: [{ $ref: "#/components/schemas/DeckFull" }, { $ref: "#/components/schemas/TooHigh" }]
          discriminator:
            propertyName: code
            mapping: { deck_full: "#/components/schemas/DeckFull", too_high: "#/components/schemas/TooHigh" }
    DeckFull:
      title: Deck full
      description: The ferry takes no more cars.
      x-error: { retry: backoff }
      type: object
      required: [code, message, next]
      properties: { code: { type: string }, message: { type: string }, next: { type: string } }
    TooHigh:
      title: Too high
      description: The car does not fit under the deck.
      type: object
      required: [code, message, limit]
      properties: { code: { type: string }, message: { type: string }, limit: { type: [integer, "null"] } }
    Payment:
      type: object
      required: [error]
      properties:
        trace: { type: string }
        error:
          type: object
          required: [code, message, bank]
          properties: { code: { type: string }, message: { type: string }, bank: { type: string }, tries: { type: integer } }
`;

const use = `import { type ErrorOf, parseError } from "./ferry/index.js";

const error: ErrorOf<"bookCar"> = parseError({ status: 409, body: {} }, { operation: "bookCar" });
if (error.code === "deck_full") console.log(error.details?.next satisfies string | undefined);
if (error.code === "too_high") console.log(error.details?.limit satisfies number | null | undefined);
if (error.code === "http_402") console.log(error.details?.bank satisfies string | undefined);
if (!error.listed) console.log(error.details?.tries satisfies number | undefined);
// @ts-expect-error only findCar gives it
if (error.code === "no_car") console.log(error);
`;

const answers = [
  { status: 409, body: { trace: "t", error: { code: "too_high", message: "m", limit: null } } },
  { status: 402, body: { trace: "t", error: { code: "9z", message: "m", bank: 3, tries: 2 } } },
  { status: 418, body: { trace: "t", error: { code: "tea", message: "m", bank: "B", cups: 1 } } },
];
const found = [
  ["too_high", true, { limit: null }, "t", 0],
  ["9z", false, { tries: 2 }, "t", 0],
  ["tea", false, { bank: "B", cups: 1 }, "t", 0],
];

test("each alternative is an error of its own, and what no list names is typed by the schema of its status", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const args = ["generate", "openapi.yaml", "-o", "out", "--emit", "types,codes,errors,server,json,python"];
  const run = runCli(args, { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  assert.doesNotMatch(run.stderr, /: (?:warning|error): /);

  const { errors } = JSON.parse(readFileSync(join(folder, "out/ferry/errors.json"), "utf8")) as {
    errors: Record<string, unknown>[];
  };
  const rows = errors.map(({ code, statuses, operations, title, meaning, retry }) => [
    [code, statuses, operations].flat().join(" "),
    [title, meaning, retry].join(" | "),
  ]);
  assert.deepEqual(Object.fromEntries(rows), {
    "no_car 404 findCar": "No such car | Nobody booked a car of this number. | never",
    "deck_full 409 bookCar": "Deck full | The ferry takes no more cars. | backoff",
    "too_high 409 bookCar": "Too high | The car does not fit under the deck. | never",
    "http_402 402 bookCar": "Payment Required | The card was refused. | never",
  });

  writeFileSync(join(folder, "out/use.ts"), use);
  const { parseError } = (await import(pathToFileURL(join(folder, "out/ferry/index.ts")).href)) as Api;
  const parsed = answers
    .map((answer) => parseError(answer))
    .map((error) => [...[error.code, error.listed, error.details, error.requestId, error.deviations.length]]);
  assert.deepEqual(parsed, found);
  const program = `
import json, sys
from out.ferry.errors import parse_error
read = [parse_error(a["status"], {}, a["body"]) for a in json.load(sys.stdin)]
print(json.dumps([[e.code, e.listed, e.details, e.request_id, len(e.deviations)] for e in read]))`;
  const python = await runPython(["-c", program], { cwd: folder, input: JSON.stringify(answers) });
  assert.deepEqual(JSON.parse(python.stdout || "null"), found, python.stderr);
  assert.equal(compileStrictly(join(folder, "out"), { lib: ["es2023", "dom"] }), "");
});
