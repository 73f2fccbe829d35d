import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Answer } from "../../generator/runtime/index.js";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";

/** What the tests here look at of a parsed error. */
export interface ParsedAnswer {
  readonly code: string;
  readonly message: string;
  readonly retryAfter: number | undefined;
  readonly category: string;
  readonly closest: string | undefined;
  /** The milliseconds until a GET may be sent again. */
  readonly delay: number | undefined;
  readonly details: unknown;
  readonly fields: readonly object[];
  readonly requestId: string | undefined;
  readonly deviations: readonly object[];
}

const program = `
import dataclasses, json, sys
from out.shop.errors import parse_error, retry_delay

def plain(values):
    return [dataclasses.asdict(value) for value in values]

for answer in json.load(sys.stdin):
    error = parse_error(answer["status"], answer.get("headers"), answer.get("body"))
    delay = retry_delay(error, attempt=1, method="GET", random=lambda: 1)
    print(json.dumps({
        "code": error.code,
        "message": error.message,
        "retryAfter": error.retry_after,
        "category": error.category,
        "closest": error.closest,
        "delay": None if delay is None else round(delay * 1000),
        "details": error.details,
        "fields": plain(error.fields),
        "requestId": error.request_id,
        "deviations": plain(error.deviations),
    }))`;

/** Generates from a document with the title Shop, and gives what TypeScript and Python, which agree, make of answers. */
export async function parsedBy(t: TestContext, document: object, answers: readonly Answer[]): Promise<ParsedAnswer[]> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", "errors,python"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);

  const { parseError, retryDelay } = (await import(pathToFileURL(join(folder, "out/shop/index.ts")).href)) as Api;
  const parsed = answers.map((answer): ParsedAnswer => {
    const error = parseError(answer);
    const { code, message, retryAfter, category, closest, fields, requestId, deviations } = error;
    const details = error.details as unknown;
    const delay = retryDelay(error, { attempt: 1, method: "GET", random: () => 1 });
    return {
      code: String(code),
      message,
      retryAfter,
      category,
      closest,
      delay,
      details,
      fields,
      requestId,
      deviations,
    };
  });
  const { stdout, stderr } = await runPython(["-c", program], { cwd: folder, input: JSON.stringify(answers) });
  const lines = stdout.trim().split("\n");
  const inPython = lines.map((line) => JSON.parse(line || "null") as ParsedAnswer);
  assert.deepEqual(inPython, JSON.parse(JSON.stringify(parsed, (_, value) => value ?? null)), stderr);
  return parsed;
}

/** A document with an operation whose answers, by their status, come in these schemas. */
export function shopWith(schemas: Readonly<Record<string, object>>, headers?: object): object {
  const responses = Object.entries(schemas).map(([status, schema]) => [
    status,
    { description: "No", ...(headers ? { headers } : {}), content: { "application/json": { schema } } },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    paths: { "/things": { get: { operationId: "listThings", responses: Object.fromEntries(responses) } } },
  };
}
