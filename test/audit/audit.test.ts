import assert from "node:assert/strict";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { type AuditReport, audit } from "../../generator/api/index.js";
import { auditCommand } from "../../generator/commands/audit.js";
import { runCli, startCli, together } from "../support/cli.js";
import { body, depotFolder, lines } from "./depot.js";

const document = ["--contract", "openapi.yaml"];

/** What `audit` finds in lines of a log. */
function found(folder: string, ...args: string[]): AuditReport {
  const { stdout, stderr } = runCli(["audit", ...args, ...document, "--format", "json"], { cwd: folder });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as AuditReport;
}

const get = { method: "GET", url: "https://api.depot.example/v2/crates/7?key=s3cret" };

/** Each tells of a 404 of `getCrate` with `crate_not_found`. */
const ways: Readonly<Record<string, unknown>> = {
  "a log of a proxy": { request: get, response: { status: 404, body: body("crate_not_found") } },
  "an entry of an HTTP Archive": {
    request: { ...get, headers: [] },
    response: {
      status: 404,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: { text: JSON.stringify(body("crate_not_found")) },
    },
  },
  "an entry whose body is in base64": {
    request: get,
    response: {
      status: 404,
      content: { encoding: "base64", text: Buffer.from(JSON.stringify(body("crate_not_found"))).toString("base64") },
    },
  },
  "flat, the body as text": { ...get, statusCode: 404, responseBody: JSON.stringify(body("crate_not_found")) },
  "a status as text": { ...get, status: "404", body: body("crate_not_found") },
  "names of OpenTelemetry": {
    "http.request.method": "GET",
    "url.full": get.url,
    "http.response.status_code": 404,
    "http.response.body.content": JSON.stringify(body("crate_not_found")),
  },
  "the error of axios": { level: 50, err: { config: get, response: { status: 404, data: body("crate_not_found") } } },
  "an error that a client logged": {
    msg: "failed",
    err: { api: "depot", code: "crate_not_found", listed: true, status: 404, operation: "getCrate", deviations: [] },
  },
  "Google Cloud": {
    severity: "ERROR",
    httpRequest: { requestMethod: "GET", requestUrl: get.url, status: 404 },
    jsonPayload: body("crate_not_found"),
  },
  "an API gateway": {
    requestContext: { httpMethod: "GET", resourcePath: "/v2/crates/{id}", status: 404 },
    responseBody: JSON.stringify(body("crate_not_found")),
  },
  "the Elastic Common Schema": {
    http: {
      request: { method: "GET" },
      response: { status_code: 404, body: { content: JSON.stringify(body("crate_not_found")) } },
    },
    url: { path: "/v2/crates/7" },
  },
  "what runs containers, around a line": {
    log: `${JSON.stringify({ ...get, status: 404, body: body("crate_not_found") })}\n`,
    stream: "stdout",
  },
  "a line of words with the body in it": `ERROR GET /v2/crates/7 404 ${JSON.stringify(body("crate_not_found"))}`,
  "a log record of a collector": {
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                attributes: [
                  { key: "http.response.status_code", value: { intValue: "404" } },
                  { key: "http.request.method", value: { stringValue: "GET" } },
                  { key: "url.path", value: { stringValue: "/v2/crates/7" } },
                ],
                body: { stringValue: JSON.stringify(body("crate_not_found")) },
              },
            ],
          },
        ],
      },
    ],
  },
  "a span of a collector, with the attributes of our telemetry": {
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: [
              {
                attributes: [
                  { key: "http.response.status_code", value: { intValue: "404" } },
                  { key: "http.request.method", value: { stringValue: "GET" } },
                  { key: "url.full", value: { stringValue: get.url } },
                  { key: "error.type", value: { stringValue: "crate_not_found" } },
                  { key: "openapi_errors.category", value: { stringValue: "not_found" } },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
};

describe("audit", together, () => {
  test("a line may tell of an answer in many ways", (t) => {
    const folder = depotFolder(t, { "log.ndjson": lines(...Object.values(ways)) });
    const report = found(folder, "log.ndjson");
    assert.deepEqual([report.drift, report.unread, report.foreign], [[], 0, 0]);
    const [seen, ...others] = report.codes;
    const count = Object.keys(ways).length;
    assert.deepEqual(others, []);
    assert.deepEqual(seen, {
      api: "depot",
      code: "crate_not_found",
      listed: true,
      answers: count,
      statuses: { 404: count },
      operations: { getCrate: count },
    });
  });

  test("whole recordings: an HTTP Archive, laid out or in one line, gzipped, and lists of interactions", (t) => {
    const archive = {
      log: {
        version: "1.2",
        entries: [ways["an entry of an HTTP Archive"], { request: get, response: { status: 200 } }],
      },
    };
    const cassette = { interactions: [ways["a log of a proxy"], ways["a log of a proxy"]] };
    const folder = depotFolder(t, {
      "laid-out.har": JSON.stringify(archive, null, 2),
      "line.har": JSON.stringify(archive),
      "log.gz": gzipSync(lines(ways["a log of a proxy"])),
      "cassette.json": JSON.stringify(cassette, null, 2),
      "list.json": JSON.stringify([ways["flat, the body as text"]], null, 2),
    });
    const report = found(folder, "laid-out.har", "line.har", "log.gz", "cassette.json", "list.json");
    assert.deepEqual([report.answers, report.drift, report.unread], [6, [], 0]);
  });

  test("a log may begin each line with a bracket, and have lost the beginning of its first line", (t) => {
    const line = ways["a line of words with the body in it"];
    const folder = depotFolder(t, {
      "laravel.log": lines(`[2027-01-31 09:00:00] ${line}`, `[2027-01-31 09:00:01] ${line}`),
      "rotated.ndjson": lines('{"status":404,"bo', ways["a log of a proxy"], ways["a log of a proxy"]),
      "rows.json": `[\n${JSON.stringify(ways["a log of a proxy"])},\n${JSON.stringify(ways["a log of a proxy"])}\n]\n`,
    });
    const { answers, drift, unread } = found(folder, "laravel.log", "rotated.ndjson", "rows.json");
    assert.deepEqual({ answers, drift, unread }, { answers: 6, drift: [], unread: 1 });
  });

  test("what departs: codes, retired codes, operations, details, statuses; what others sent is none of it", (t) => {
    const traffic = lines(
      { method: "DELETE", url: "/v2/crates/7", status: 409, body: body("crate_sealed") },
      { ...get, status: 404, body: body("seal_broken") },
      { ...get, status: 409, body: body("crate_in_use") },
      { ...get, status: 429, body: body("slow_down", { limit: "ada@example.com" }) },
      { ...get, status: 410, body: { error: { message: "Moved." } } },
      '10.0.0.1 - - [01/Jan/2027:00:00:00 +0000] "GET /v2/crates/7 HTTP/1.1" 418 12',
      '10.0.0.1 - - [01/Jan/2027:00:00:00 +0000] "GET /v2/crates/7 HTTP/1.1" 404 12',
      { ...get, status: 502, body: "<html>Bad gateway</html>" },
      { method: "GET", url: "https://other.example/x", status: 404, body: "{}" },
      { ...get, status: 200, body: { id: 7 } },
      { level: 30, msg: "listening" },
    );
    const folder = depotFolder(t, { "log.ndjson": traffic });
    const { status, stdout } = runCli(["audit", "log.ndjson", ...document], { cwd: folder });
    assert.equal(status, 1);
    assert.equal(
      stdout,
      `5 error answers, drift in 6 ways
depot

  2  more, of which only the status was recorded
  2  more, of other servers or of nobody knows whose
  1  line that tells of no answer

Not listed (1)
  crate_sealed  1  409  deleteCrate  log.ndjson:1

Retired, and still sent (1)
  seal_broken  1  404  getCrate  log.ndjson:2

Departing from what is declared (2)
  crate_in_use  1  crate_in_use instead of an error of getCrate at /error/code  getCrate  log.ndjson:3
  slow_down     1  string instead of integer at /error/details/limit            getCrate  log.ndjson:4

Statuses that are declared nowhere (2)
  410  1  getCrate  log.ndjson:5
  418  1  getCrate  log.ndjson:6

Listed, and seen (2)
  crate_in_use  1  409  getCrate
  slow_down     1  429  getCrate

Never seen (1)
  crate_not_found
`,
    );
    for (const format of ["text", "json", "markdown", "github"]) {
      const printed = runCli(["audit", "log.ndjson", ...document, "--format", format], { cwd: folder });
      assert.equal(printed.status, 1);
      assert.doesNotMatch(printed.stdout, /s3cret|ada@|Moved/, `${format}: what people sent is not told`);
    }
    assert.equal(runCli(["audit", "log.ndjson", ...document, "--fail-on", "none"], { cwd: folder }).status, 0);
  });

  test("where only the status was recorded, nothing is said of codes", (t) => {
    const line = '10.0.0.1 - - [01/Jan/2027:00:00:00 +0000] "GET /v2/crates/7 HTTP/1.1"';
    const folder = depotFolder(t, {
      "access.log": lines(`${line} 404 12`, `${line} 200 12`),
      "nginx.log": lines(
        { request: "GET /v2/crates/7 HTTP/1.1", status: "404" },
        { request: "GET /v2/crates/7 HTTP/1.1", status: "200" },
      ),
      "logfmt.log": lines(
        'level=error msg="not found" status=404 method=GET path=/v2/crates/7',
        "level=info msg=started",
      ),
      "envoy.log": lines({ method: "GET", path: "/v2/crates/7", response_code: 404, response_flags: "-" }),
      "good.log": lines(`${line} 200 12`),
    });
    const report = found(folder, "access.log", "nginx.log", "logfmt.log", "envoy.log", "good.log");
    const { codes, drift, answers, withoutBody, unread } = report;
    assert.deepEqual(
      { codes, drift, answers, withoutBody, unread },
      { codes: [], drift: [], answers: 0, withoutBody: 4, unread: 1 },
    );
    const withCode = found(
      depotFolder(t, { "l.log": "status=404 method=GET path=/v2/crates/7 code=crate_not_found\n" }),
      "l.log",
      "--fields",
      "code=code",
    );
    assert.deepEqual(withCode.codes[0]?.operations, { getCrate: 1 });
  });

  test("what clients' parsers found is told without values, too", (t) => {
    const deviations = [{ pointer: "/error/details/limit", expected: "integer", found: 'string "ada@example.com"' }];
    const error = { api: "depot", code: "slow_down", listed: true, status: 404, operation: "getCrate", deviations };
    const { drift } = found(depotFolder(t, { "log.ndjson": lines({ level: "error", error }) }), "log.ndjson");
    assert.deepEqual(
      drift.map(({ pointer, expected, found: is }) => [pointer, expected, is]),
      [
        ["", "status 429", "status 404"],
        ["/error/details/limit", "integer", "string"],
      ],
    );
  });

  test("an answer within another is counted with its own status", (t) => {
    const line = { status: 500, msg: "upstream", answer: { status: 404, said: body("crate_not_found") } };
    const [seen] = found(depotFolder(t, { "log.ndjson": lines(line) }), "log.ndjson").codes;
    assert.deepEqual(seen?.statuses, { 404: 1 });
  });

  test("a terminal is not waited for", async () => {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const terminal = { answer: say, tell: say, colour: { answer: false, tell: false }, width: 80 };
    const input = Object.assign(Readable.from([]), { isTTY: true });
    const flags = { contract: ["spec/momail.yaml"], failOn: "drift", format: "text" } as const;
    assert.equal(await auditCommand(["-"], flags, terminal, input), 2);
    assert.match(
      said.join(""),
      /nothing is on standard input .*\n {2}fix: type `openapi-errors audit - < traffic\.ndjson`/,
    );
  });

  test("annotations and a table for a pull request", (t) => {
    const folder = depotFolder(t, { "log.ndjson": lines({ ...get, status: 404, body: body("crate|@lost%") }) });
    const printed = (format: string) =>
      runCli(["audit", "log.ndjson", ...document, "--format", format], { cwd: folder }).stdout;
    assert.equal(
      printed("github"),
      "::error title=openapi-errors%3A unlisted::`crate|@lost%25` is not listed by `depot`, and 1 answer had it: log.ndjson:1\n",
    );
    const [mark, title, , , , row] = printed("markdown").split("\n");
    assert.deepEqual([mark, title], ["<!-- openapi-errors audit -->", "### Errors: 1 error answer, drift in 1 way"]);
    assert.equal(
      row,
      "| <code>crate&#124;&#64;lost%</code> is not listed by <code>depot</code>, and 1 answer had it | unlisted | log.ndjson:1 |",
    );
  });

  test("parts of the same traffic, added up, are the whole; a report is what `diff --seen` takes", (t) => {
    const some = Array.from({ length: 50 }, (_, index) => ({ ...get, status: 404, body: body(`lost_${index % 7}`) }));
    const folder = depotFolder(t, { "log.ndjson": lines(...some, ...Object.values(ways)) });
    const whole = found(folder, "log.ndjson");
    const parts = ["1/3", "2/3", "3/3"].map((part) => found(folder, "log.ndjson", "--part", part));
    const files = Object.fromEntries(parts.map((part, index) => [`${index}.json`, JSON.stringify(part)]));
    const beside = depotFolder(t, { ...files, "whole.json": JSON.stringify(whole) });
    const merged = runCli(["audit", "merge", ...Object.keys(files), "--format", "json"], { cwd: beside });
    const { drift, ...counts } = JSON.parse(merged.stdout) as AuditReport;
    const { drift: all, ...ofWhole } = whole;
    assert.deepEqual(counts, ofWhole);
    // Where something was first is told of the first report that has it.
    const plain = (some: AuditReport["drift"]) => some.map(({ first: _, ...each }) => each);
    assert.deepEqual(plain(drift), plain(all));
    assert.equal(merged.status, 1);
    const seen = runCli(["diff", "openapi.yaml", "openapi.yaml", "--seen", "whole.json"], { cwd: beside });
    assert.deepEqual([seen.status, seen.stdout, seen.stderr], [0, "no changes\n", ""]);
  });

  test("lines that call things otherwise are told where they have what", (t) => {
    const folder = depotFolder(t, {
      "log.ndjson": lines({
        up: { code: 404, text: body("crate_not_found"), verb: "GET", "where.to": "/v2/crates/1" },
      }),
    });
    const fields = "status=up.code,body=up.text,method=up.verb,url=up.where.to";
    const [seen] = found(folder, "log.ndjson", "--fields", fields).codes;
    assert.deepEqual([seen?.code, seen?.operations], ["crate_not_found", { getCrate: 1 }]);
    const refused = runCli(["audit", "log.ndjson", ...document, "--fields", "state=up.code"], { cwd: folder });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /Write it like `status=resp\.code,body=resp\.text`, of status, body, headers/);
  });

  test("a code alone, where a log has one", (t) => {
    const folder = depotFolder(t, {
      "log.ndjson": lines(
        { err: "crate_in_use", operationId: "getCrate", status: 404 },
        { err: "who_knows", status: 400 },
      ),
    });
    const { drift } = found(folder, "log.ndjson", "--fields", "code=err");
    assert.deepEqual(
      drift.map(({ kind, code, expected, found: is }) => [kind, code, expected, is]),
      [
        ["deviation", "crate_in_use", "an error of getCrate", "crate_in_use"],
        ["deviation", "crate_in_use", "status 409", "status 404"],
        ["unlisted", "who_knows", "a listed code", "who_knows"],
      ],
    );
  });

  test("standard input, with what a Windows shell puts around it", async (t) => {
    const folder = depotFolder(t);
    const text = Buffer.from(`\ufeff${lines(ways["a log of a proxy"], "").replaceAll("\n", "\r\n")}`, "utf16le");
    for (const input of [text, gzipSync(text), lines(ways["a log of a proxy"])]) {
      const { stdout } = runCli(["audit", "-", ...document, "--format", "json"], { cwd: folder, input });
      assert.equal((JSON.parse(stdout) as AuditReport).answers, 1);
    }
  });

  test("what can't be read is never called without drift", async (t) => {
    const folder = depotFolder(t, {
      "words.log": "all is well\nand so on\n",
      "cut.gz": gzipSync(lines(...Array(500).fill(ways["flat, the body as text"]))).subarray(0, 60),
      "broken.yaml": "openapi: 3.1.0\ninfo: [",
      "not-ours.json": '{ "format": 1, "errors": [] }',
      "empty.log": "",
    });
    const run = (...args: string[]) => startCli(["audit", ...args], { cwd: folder });
    const cases: [args: string[], status: number, said: RegExp][] = [
      [
        ["words.log", ...document],
        2,
        /words\.log:1:1: error: .*nothing in it tells of an answer .*\n {2}fix: .*--fields status=/,
      ],
      [["nowhere.log", ...document], 2, /nowhere\.log:1:1: error: .*there is no such file/],
      [[".", ...document], 2, /it is a folder \(file-unreadable\)\n {2}fix: name the files in it/],
      [["cut.gz", ...document], 2, /it is gzipped, and not whole/],
      [["empty.log", "--contract", "broken.yaml"], 1, /broken\.yaml:2:8: error/],
      [["empty.log", "--contract", "not-ours.json"], 2, /no errors\.json as `generate` writes it/],
      [["empty.log"], 2, /like `--contract openapi\.yaml`/],
      [["merge", "not-ours.json"], 1, /not-ours\.json:1:1: error/],
      [["merge", "nowhere.json"], 2, /nowhere\.json:1:1: error/],
      [["empty.log", ...document, "--part", "3/2"], 2, /A part is one of several: `2\/8` is the second of eight/],
    ];
    for (const [args, status, said] of cases) {
      const result = await run(...args);
      assert.match(result.stderr, said, args.join(" "));
      assert.deepEqual([result.status, result.stdout], [status, ""], args.join(" "));
    }
    const empty = await run("empty.log", ...document);
    assert.deepEqual([empty.status, empty.stdout.split("\n")[0]], [0, "0 error answers, no drift"]);
  });

  test("from a program: files, and what comes in chunks", async (t) => {
    const text = lines(ways["a log of a proxy"], { ...get, status: 409, body: body("lost") });
    const folder = depotFolder(t, { "log.ndjson": text });
    const [log, contract] = [join(folder, "log.ndjson"), join(folder, "openapi.yaml")];
    const fromFile = await audit(log, contract);
    const chunks = Readable.from(text.match(/.{1,7}/gs)!.map((each) => Buffer.from(each)));
    const fromChunks = await audit([{ name: log, chunks }], [contract]);
    assert.deepEqual(fromFile.problems, []);
    assert.deepEqual(fromChunks, fromFile);
    const printed = found(folder, "log.ndjson");
    assert.deepEqual(fromFile.report, {
      ...printed,
      drift: printed.drift.map((each) => ({ ...each, first: `${log}:2` })),
    });
    for (const none of [null, 7, { name: "x" }, join(folder, "nowhere.log")]) {
      const { report, problems } = await audit(none as string, contract);
      assert.deepEqual([report, problems.map(({ code }) => code)], [undefined, ["file-unreadable"]]);
    }
    assert.equal((await audit(log, join(folder, "nowhere.yaml"))).report, undefined);
  });

  test("hostile lines: nothing is thrown, nothing leaves its place", (t) => {
    const deep = `${'{"error":'.repeat(5000)}1${"}".repeat(5000)}`;
    const folder = depotFolder(t, {
      "log.ndjson": lines(
        `{"status":404,"body":${deep}}`,
        { ...get, status: 404, body: body("\u001b[31mred\u202e\n::error::x") },
        { ...get, status: 404, body: body("__proto__"), headers: { __proto__: null, constructor: "x" } },
        { ...get, status: 404, body: body("x".repeat(100_000)) },
        `{"status":404,"__proto__":{"status":200},"method":["GET"],"url":{"a":1},"body":null}`,
        {
          resourceSpans: [
            null,
            { scopeSpans: "x" },
            { scopeSpans: [{ spans: [{ attributes: [null, { key: {} }] }] }] },
          ],
        },
        '{"status":404,"body":"',
      ),
    });
    for (const format of ["text", "json", "markdown", "github"]) {
      const { stdout, stderr, status } = runCli(["audit", "log.ndjson", ...document, "--format", format], {
        cwd: folder,
      });
      assert.deepEqual([stderr, status], ["", 1], format);
      assert.doesNotMatch(stdout, /\u001b|^::error::x/m);
      if (format !== "json") assert.doesNotMatch(stdout, /\u202e/);
      assert.ok(stdout.length < 20_000, format);
    }
  });

  test("a field that holds something else each time does not fill memory", (t) => {
    const all = Array.from({ length: 10_050 }, (_, index) => ({ status: 400, body: body(`id_${index}`) }));
    const report = found(depotFolder(t, { "log.ndjson": lines(...all) }), "log.ndjson");
    assert.deepEqual([report.answers, report.codes.length, report.unnamed], [10_050, 10_000, 50]);
  });
});
