import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { identify } from "../../generator/answers/identify.js";
import { readPasted } from "../../generator/answers/pasted.js";
import { readContract } from "../../generator/read-contract.js";
import { runCli } from "../support/cli.js";

interface Vector {
  readonly name: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly expect: { readonly code: string; readonly closest: string };
}

const project = fileURLToPath(new URL("../../", import.meta.url));
const apis = ["inbox", "mailshield", "momail", "tenantcore", "themes"];
const contracts = apis.map((api) => readContract(`${project}spec/${api}.yaml`).read!.contract);

function vectorsOf(api: string): Vector[] {
  return JSON.parse(readFileSync(`${project}generated/${api}/vectors.json`, "utf8")) as Vector[];
}

/** The answer as `curl -i` prints it. */
function curl({ status, headers, body }: Vector, newline = "\r\n"): string {
  const head = [`HTTP/1.1 ${status} `, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return `${head.join(newline)}${newline}${newline}${body === null ? "" : JSON.stringify(body)}`;
}

function paste(input: string, ...args: string[]) {
  return runCli(["explain", ...args], { cwd: project, input });
}

describe("a pasted answer", () => {
  for (const api of apis)
    test(`of ${api} is known by its body, and every one is read as its code`, () => {
      for (const vector of vectorsOf(api)) {
        const readings = identify(readPasted(curl(vector)), contracts);
        const own = readings.find(({ contract }) => contract.id === api);
        assert.ok(own, `${vector.name} is taken for one of ${readings.map(({ contract }) => contract.id)}`);
        assert.deepEqual([own.answer.code, own.answer.closest], [vector.expect.code, vector.expect.closest]);
        // What is told apart by nothing is at least told.
        for (const { contract, answer } of readings)
          if (contract.id !== api) assert.equal(answer.code, own.answer.code, vector.name);
      }
    });

  for (const api of apis)
    test(`of ${api} gives what to do, and the page of its code`, () => {
      const vector = vectorsOf(api)[0]!;
      const { status, stdout, stderr } = paste(curl(vector), "--api", api);
      assert.equal(status, 0, stderr);
      assert.match(stdout, new RegExp(`^An answer of .+ \\(${api}\\)\n${vector.expect.code}\\b`));
      assert.match(stdout, new RegExp(`^${vector.expect.closest} \\(an error of `, "m"));
      assert.equal(stdout.match(/^What to do$/gm)?.length, 1);
    });

  test("is the same whole, or its body and its status; and in JSON, its answer and the entry of its code", () => {
    const [api, vector] = ["themes", vectorsOf("themes")[0]!] as const;
    const of = ["--document", `spec/${api}.yaml`];
    const [body, head, json] = [
      paste(JSON.stringify(vector.body), ...of, "--status", String(vector.status)),
      paste(curl(vector), ...of),
      paste(curl(vector, "\n"), "-", ...of, "--format", "json"),
    ];
    assert.deepEqual([body.status, head.status, json.status], [0, 0, 0], body.stderr);
    assert.equal(head.stdout, body.stdout);
    const printed = JSON.parse(json.stdout);
    assert.deepEqual(
      [printed.api, printed.answer.code, printed.error.code],
      [api, vector.expect.code, vector.expect.closest],
    );
  });

  test("with several heads counts by the last, and shows its request id, delay, fields and deviations", () => {
    const body = JSON.stringify({
      error: { code: "rate_limited", message: "slow\u001b[2J down", details: 7, request_id: "req_1" },
    });
    const heads =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nlocation: /x\r\n\r\nHTTP/2 429 \r\nretry-after: 90\r\n";
    const { status, stdout } = paste(`${heads}\r\n${body}`);
    assert.equal(status, 0);
    assert.match(stdout, /^An answer of Themes API \(themes\)\nrate_limited\n/);
    assert.match(
      stdout,
      /^Status {5}429\nMessage {4}slow\\u001b\[2J down\nRequest id req_1\nWait {7}90 seconds, .*\n {11}most, so do not retry\n/m,
    );

    const missing = { error: { code: "VALIDATION_ERROR", message: "m", details: { domain: "bad" } }, success: true };
    const departing = paste(JSON.stringify(missing));
    assert.match(departing.stdout, /^An answer of MoMail API \(momail\)\nVALIDATION_ERROR\n/);
    assert.match(departing.stdout, /^Fields\n {2}domain {2}bad$/m);
    assert.match(departing.stdout, /^Departs from the contract\n {2}\/success {2}expected false, found boolean true$/m);
  });

  test("with a code that nobody listed is explained as the closest one", () => {
    const { status, stdout } = paste(
      '{"error":{"code":"pro_required","message":"m"}}',
      "--status",
      "402",
      "--document",
      "spec/themes.yaml",
    );
    assert.equal(status, 0);
    assert.match(stdout, /^pro_required not a code that the contract lists$/m);
    assert.match(stdout, /^Treat as {3}subscription_required$/m);
    assert.match(stdout, /^subscription_required \(an error of Themes API, themes\)$/m);
  });

  test("may be a code alone", () => {
    const of = ["--document", "spec/tenantcore.yaml"];
    const named = runCli(["explain", "tenant_not_found", ...of], { cwd: project });
    assert.match(named.stdout, /^Tenant not found\n/);
    assert.equal(paste("tenant_not_found\n", ...of).stdout, named.stdout);
  });

  for (const [name, input, args, exit, message] of [
    ["nothing", "", [], 2, /name a code or a status, or give an answer on standard input/],
    [
      "a body without code or status",
      '{"detail":"Not Found"}',
      [],
      1,
      /this body alone does not say.*\n.*--status 404/,
    ],
    ["a proxy's page", "HTTP/1.1 502 Bad Gateway\n\n<html>", [], 1, /no error that any of the 5 APIs describes/],
    ["one that two APIs send", '{"error":{"code":"rate_limited","message":"m"}}', [], 1, /2 APIs.*\n.*mailshield/],
    ["half a JSON", '{"error":{"code":"rate_l', ["--status", "429"], 1, /no error that any of the 5 APIs describes/],
    ["nesting without end", "[".repeat(100_000), ["--document", "spec/themes.yaml"], 1, /this body alone does not say/],
    [
      "bytes that are no text",
      "\u0000\ufffd\u001b[2J",
      ["--document", "spec/themes.yaml"],
      1,
      /there is no code|this body alone/,
    ],
    ["a status that is none", "{}", ["--status", "9"], 2, /A status has three digits/],
  ] as const)
    test(`that can't be read gives a reason and never a stack: ${name}`, () => {
      const { status, stdout, stderr } = paste(input, ...args);
      assert.deepEqual({ status, stdout }, { status: exit, stdout: "" }, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /^ +at /m);
      assert.doesNotMatch(stderr, /\u001b/);
    });
});

/** An entry of an HTTP Archive. */
function recorded(text: string, status: number, encoding?: string) {
  const headers = [{ name: "Content-Type", value: "application/json" }];
  const content = { mimeType: "application/json", text, ...(encoding && { encoding }) };
  return {
    request: { method: "POST", url: "https://api.tenantcore.io/v1/tenants" },
    response: { status, headers, content },
  };
}

describe("what is pasted with an answer in it", () => {
  const body = JSON.stringify({ detail: { code: "tenant_limit_reached", message: "20 of 20", limit: 20 } });
  const verbose = [
    "* Connected to api.tenantcore.io",
    "> POST /v1/tenants HTTP/2",
    "> host: api.tenantcore.io",
    "> ",
    "< HTTP/2 402 ",
    "< content-type: application/json",
    "< ",
    "{ [90 bytes data]",
    body,
  ].join("\n");
  const texts: Readonly<Record<string, string>> = {
    "what curl -v prints": verbose,
    "what stands behind the progress of curl": `  % Total    % Received\nHTTP/1.1 402 Payment Required\r\n\r\n${body}`,
    "a line of a log": `2026-11-28T03:00:00Z ERROR request failed status=402 body=${body}`,
    "a line of a log that is JSON": `{"level":"error","status":402,"response":${body}}`,
    "a line of a log with the body as a text": `{"statusCode":402,"body":${JSON.stringify(body)}}`,
    "a body and its status": `${body}\n402\n`,
    "what a browser recorded": JSON.stringify({ log: { entries: [recorded("{}", 200), recorded(body, 402)] } }),
    "what a proxy recorded, in base64": JSON.stringify({
      log: {
        entries: [recorded("x".repeat(50_000), 200), recorded(Buffer.from(body).toString("base64"), 402, "base64")],
      },
    }),
    "a block of code": `\`\`\`json\n${body}\n\`\`\``,
    "the first line of a stack": "TenantcoreError: tenant_limit_reached: 20 of 20\n    at create (/srv/app.js:1:2)\n",
    "half a body": body.slice(0, 45),
    "the page of a code": "https://tenantcore.io/errors/tenant_limit_reached.html",
  };
  for (const [name, text] of Object.entries(texts))
    test(`is found: ${name}`, () => {
      for (const { status, stdout, stderr } of [paste(text), runCli(["explain", text], { cwd: project })]) {
        assert.equal(status, 0, stderr);
        assert.match(stdout, /^tenant_limit_reached \(an error of /m);
      }
    });

  test("is one of several, and the codes of the others are named", () => {
    const line = (status: number, code: string) => JSON.stringify({ status, body: { detail: { code, message: "m" } } });
    const lines = [line(402, "tenant_limit_reached"), line(404, "tenant_not_found"), line(404, "tenant_not_found")];
    const { status, stdout, stderr } = paste(lines.join("\n"));
    assert.equal(status, 0);
    assert.match(stdout, /^tenant_limit_reached \(an error of /m);
    assert.equal(stderr, "openapi-errors: the first answer of several is explained; others have `tenant_not_found`\n");
    assert.equal(paste([lines[1], lines[1]].join("\n")).stderr, "");
    const entries = [recorded("x".repeat(300_000), 200), recorded(body, 402)];
    assert.match(paste(JSON.stringify({ log: { entries } })).stdout, /^tenant_limit_reached \(an error of /m);
  });

  test("is no code where a plain word is one, or several are named", () => {
    const { status, stderr } = paste("neither tenant_limit_reached nor tenant_not_found was it");
    assert.equal(status, 1);
    for (const code of ["tenant_limit_reached", "tenant_not_found"]) assert.ok(stderr.includes(code), stderr);
  });

  test("may be a place: a path alone, a URL, a path with what was asked for", () => {
    for (const place of ["/v1/tenants", "POST https://api.tenantcore.io/v1/tenants?x=1", "POST /v1/tenants"]) {
      const { status, stdout, stderr } = runCli(["explain", place], { cwd: project });
      assert.equal(status, 0, stderr);
      assert.match(stdout, /tenant_limit_reached/);
    }
  });

  test("may be the name of a status, or a title", () => {
    assert.match(runCli(["explain", "Payment Required"], { cwd: project }).stdout, /^Errors with status 402/);
  });
});
