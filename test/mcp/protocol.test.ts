import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { shopFolder } from "../cli/shop.js";
import { runPython } from "../python/run-python.js";
import { spawnArguments, together } from "../support/cli.js";
import { callLine, connect, initialize, sendLines } from "./client.js";

interface Message {
  readonly id?: unknown;
  readonly result?: {
    readonly [name: string]: unknown;
    readonly structuredContent?: { readonly total?: number };
    readonly supportedVersions?: readonly string[];
  };
  readonly error?: { readonly code: number; readonly message: string };
}

describe("the protocol on standard input and output", together, () => {
  test("clients of every version are served, the newest and the oldest", async (t) => {
    const folder = shopFolder(t);
    for (const version of ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]) {
      const { answers } = await sendLines(folder, [initialize(version), callLine(1, "list_errors")], ["openapi.yaml"]);
      const [hello, listed] = answers as Message[];
      assert.equal(hello?.result?.protocolVersion, version);
      assert.equal(listed?.result?.structuredContent?.total, 1, version);
    }
    for (const mode of ["legacy", "auto"] as const) {
      const { client, call } = await connect(t, folder, ["openapi.yaml"], { versionNegotiation: { mode } });
      assert.equal((await call("list_errors")).data.total, 1, mode);
      assert.ok((await client.listTools()).tools.length > 0);
    }
  });

  test("a version that nobody knows is answered with one that is known", async (t) => {
    const { answers } = await sendLines(shopFolder(t), [initialize("1999-01-01")], ["openapi.yaml"]);
    assert.match(String((answers[0] as Message).result?.protocolVersion), /^20\d\d-/);
  });

  test("what is piped in is answered before the end: exit 0", async (t) => {
    const lines = [initialize("2025-06-18"), ...[1, 2, 3].map((id) => callLine(id, "list_errors"))];
    const { answers, status, stderr } = await sendLines(shopFolder(t), lines, ["openapi.yaml"]);
    assert.deepEqual(
      answers.map((each) => (each as Message).id),
      ["hello", 1, 2, 3],
    );
    assert.deepEqual([status, stderr], [0, ""]);
  });

  test("the newest protocol has no greeting; who listens for changes is told of the end", async (t) => {
    const _meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientInfo": { name: "lines", version: "1" },
      "io.modelcontextprotocol/clientCapabilities": {},
    };
    const ask = (id: number, method: string, params: object = {}) =>
      JSON.stringify({ jsonrpc: "2.0", id, method, params: { ...params, _meta } });
    const lines = [
      ask(1, "server/discover"),
      ask(2, "subscriptions/listen", { notifications: { toolsListChanged: true } }),
      ask(3, "tools/call", { name: "list_errors", arguments: {} }),
    ];
    const { answers, status } = await sendLines(shopFolder(t), lines, ["openapi.yaml"]);
    const byId = (id: number) => (answers as Message[]).find((each) => each.id === id);
    assert.ok(byId(1)?.result?.supportedVersions?.includes("2026-07-28"));
    assert.equal(byId(3)?.result?.structuredContent?.total, 1);
    assert.equal(status, 0);
  });

  test("nothing on standard input: exit 0, and nothing is said", async (t) => {
    assert.deepEqual(await sendLines(shopFolder(t), [], ["openapi.yaml"]), { answers: [], stderr: "", status: 0 });
  });

  test("lines that are no messages end nothing, and are told of on standard error", async (t) => {
    const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const wrong: (string | Uint8Array)[] = [
      ...["", "   ", "hello", "{", "[]", "null", "42", '"text"', "{}", '{"jsonrpc":"1.0","id":1,"method":"ping"}'],
      ...['{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":{},"method":"ping"}', '{"__proto__":{"a":1}}', deep],
      ...[
        '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}',
        new Uint8Array([0xff, 0xfe, 0]),
      ],
      `{"jsonrpc":"2.0","id":99,"result":{}}`,
      "x".repeat(17 * 1024 * 1024),
    ];
    const lines = [initialize("2025-06-18"), ...wrong, callLine(5, "list_errors")];
    const { answers, status, stderr } = await sendLines(shopFolder(t), lines, ["openapi.yaml"]);
    const last = answers.at(-1) as Message;
    assert.deepEqual([last.id, status], [5, 0]);
    assert.match(stderr, /a line is no JSON/);
    assert.match(stderr, /a line of more than 16 MB was left out/);
    assert.doesNotMatch(stderr, /\n {4}at /);
    // Where a line says who asks, it is answered.
    const refused = (answers as Message[]).filter(({ error }) => error);
    assert.deepEqual(
      refused.map(({ id, error }) => [id, error?.code]),
      [[1, -32600]],
    );
  });

  test("arguments of any size and shape are answered, within bounds", async (t) => {
    const texts = [
      "x".repeat(1_000_000),
      "{".repeat(100_000),
      `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      "\u001b[2J\u0000\u202e\ud800",
      "/orders/".repeat(20_000),
      `HTTP/1.1 404 Not Found\r\n${"A: b\r\n".repeat(20_000)}\r\n{}`,
      Array.from({ length: 5000 }, () => '{"code":"order_not_found"}').join("\n"),
    ];
    const nested = JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`);
    const given = [
      ...texts.flatMap((text) => [
        ["explain_error", { error: text }],
        ["explain_error", { error: "404", operation: text }],
        ["list_errors", { operation: text }],
        ["list_errors", { text }],
        ["list_errors", { api: text, cursor: text }],
        ["handle_errors", { operation: "getOrder", file: text }],
        ["handle_errors", { code: text }],
        ["check_document", { document: text }],
        ["diff_errors", { since: text }],
      ]),
      ["explain_error", { error: nested }],
      ["list_errors", { [texts[0]!]: 1 }],
      ["list_errors", { __proto__: null, constructor: 1, toString: 1 }],
      ["list_errors", { operation: [], api: {}, status: 7.5 }],
    ] as [string, object][];
    const lines = [initialize("2025-06-18"), ...given.map(([name, own], at) => callLine(at, name, own))];
    const { answers, status, stderr } = await sendLines(shopFolder(t), lines, ["openapi.yaml"]);
    assert.equal(status, 0);
    assert.equal(answers.length, given.length + 1);
    assert.doesNotMatch(stderr, /\n {4}at /);
    for (const answer of answers.slice(1) as Message[]) {
      const { content, structuredContent, isError } = answer.result ?? {};
      const said = JSON.stringify([content, structuredContent]);
      assert.ok(said.length < 45_000, `${said.length}`);
      assert.doesNotMatch((content as { text: string }[])[0]!.text, /[\u0000\u001b\u202e]/);
      if (isError) assert.doesNotMatch(said, / failed: /, said.slice(0, 300));
    }
  });

  test("what is wrong at the start goes to standard error", async (t) => {
    const { answers, status, stderr } = await sendLines(shopFolder(t), [
      initialize("2025-06-18"),
      callLine(1, "list_errors"),
    ]);
    assert.match(stderr, /redocly\.yaml/);
    assert.deepEqual([status, (answers[1] as Message).result?.isError], [0, true]);
  });

  test("a terminal is told what this is for, and how to register it", async () => {
    const program = `import os, pty, sys
status = pty.spawn(sys.argv[1:])
sys.exit(os.waitstatus_to_exitcode(status))`;
    const { status, stdout } = await runPython(["-c", program, ...spawnArguments(["mcp", "my api.yaml"])]);
    assert.equal(status, 2);
    assert.match(stdout, /claude mcp add --scope project openapi-errors -- npx openapi-errors mcp 'my api\.yaml'/);
    assert.match(
      stdout,
      /\{"servers":\{"openapi-errors":\{"command":"npx","args":\["openapi-errors","mcp","my api\.yaml"\]\}\}\}/,
    );
  });

  test("its options are those of other commands", () => {
    const [command = "", ...own] = spawnArguments(["mcp", "--format", "json"]);
    assert.equal(spawnSync(command, own, { input: "" }).status, 2);
  });
});
