import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { serveDocsIn } from "../docs-server/server-process.js";
import { startCli, temporaryFolder } from "../support/cli.js";
import { spy } from "../support/opened.js";

const secret = "the-secret-of-another-folder";

/** A folder with a document's root within, files that it must not reach beside it, and a server that nobody asks. */
async function jail(t: TestContext) {
  const outer = temporaryFolder(t);
  const folder = join(outer, "root");
  mkdirSync(join(folder, "folder"), { recursive: true });
  mkdirSync(join(outer, "root-twin"));
  for (const path of ["secret.yaml", "root-twin/secret.yaml"])
    writeFileSync(
      join(outer, path),
      `{ description: ${secret}, type: object, actions: [], properties: { code: { const: ${secret} } } }\n`,
    );
  symlinkSync("../secret.yaml", join(folder, "link.yaml"));
  symlinkSync("..", join(folder, "up"));
  symlinkSync("loop.yaml", join(folder, "loop.yaml"));
  if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
  let connections = 0;
  // Whoever did ask would be sent on, to where a secret is.
  const sink = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    socket.end(`HTTP/1.1 302 Found\r\nlocation: file://${outer}/secret.yaml\r\ncontent-length: 0\r\n\r\n`);
  });
  await new Promise<void>((ready) => sink.listen(0, "127.0.0.1", ready));
  t.after(() => sink.close());
  const { port } = sink.address() as AddressInfo;
  return { outer, folder, port, connections: () => connections };
}

type Jail = Awaited<ReturnType<typeof jail>>;

function hostileReferences({ outer, port }: Jail): string[] {
  const files = [
    "../secret.yaml",
    "folder/../../secret.yaml",
    "..%2Fsecret.yaml",
    "%2e%2e/secret.yaml",
    "../root-twin/secret.yaml",
  ];
  const links = ["link.yaml", "up/secret.yaml", "loop.yaml", "pipe.yaml", "folder", "."];
  const devices = ["/dev/zero", "/dev/stdin", "/dev/fd/0", "/proc/self/environ", "/etc/passwd", `${outer}/secret.yaml`];
  const names = [
    "sink.test",
    "localhost.localdomain",
    "metadata.google.internal",
    "a.127.0.0.1.nip.io",
    "printer.local",
  ];
  const hosts = [
    ...names.map((name) => `${name}:${port}`),
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    `2130706433:${port}`,
    `0x7f.1:${port}`,
    `localhost:${port}`,
  ];
  const schemes = ["http", "https", "ftp", "gopher", "HTTP", "ws"].map(
    (scheme) => `${scheme}://127.0.0.1:${port}/a.yaml`,
  );
  const others = [
    `file://${outer}/secret.yaml`,
    `file:${outer}/secret.yaml`,
    "file:../secret.yaml",
    `//127.0.0.1:${port}/a.yaml`,
    `\\\\127.0.0.1\\share\\a.yaml`,
    "data:application/json,{}",
    `jar:http://127.0.0.1:${port}/a.jar!/a.yaml`,
    "secret.yaml\0.yaml",
    "javascript:alert(1)",
  ];
  return [...files, ...links, ...devices, ...hosts.map((host) => `http://${host}/a.yaml`), ...schemes, ...others];
}

/** A reference in a schema, a response, a path, an example and a mapping. */
function documentOf(references: readonly string[], isPrepared: boolean): string {
  const paths = references.map((reference, index) => {
    const schema = {
      oneOf: [{ $ref: reference }, { $ref: `${reference}#/properties` }],
      discriminator: { propertyName: "code", mapping: { a: reference, b: `${reference}#/x` } },
    };
    const examples = { a: { externalValue: reference }, b: { $ref: reference } };
    const responses = {
      400: { description: "No.", content: { "application/json": { schema, examples } } },
      404: { $ref: reference },
    };
    const externalDocs = { url: reference };
    return [
      [`/p${index}`, { get: { responses, externalDocs } }],
      [`/q${index}`, { $ref: reference }],
    ];
  });
  const prepared = { "x-error-contract": { id: "shop", envelopes: [{ name: "error", code: "/code" }] } };
  const info = { title: "Shop", version: "1" };
  return JSON.stringify(
    { openapi: "3.1.0", info, ...(isPrepared && prepared), paths: Object.fromEntries(paths.flat()) },
    null,
    1,
  );
}

/** An environment in which a run writes down what it opens, and a way to read what of it is out of the root. */
function spied({ outer }: Jail) {
  const log = join(outer, "opened.log");
  writeFileSync(log, "");
  return { env: { NODE_OPTIONS: `--import=${spy}`, OPENED_LOG: log }, found: () => openedOutside(log) };
}

/** What a run opened out of the root, and whom it asked. */
async function traced(place: Jail, args: readonly string[]) {
  const { env, found } = spied(place);
  // A file that is waited for would never come.
  const run = await startCli(args, { cwd: place.folder, env, timeout: 120_000 });
  return { ...run, found: found() };
}

function openedOutside(log: string): string[] {
  const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
  const isOutside = (line: string) =>
    line.startsWith("connect") ||
    /secret|\/dev\/|\/proc\/self|\/etc\/passwd|pipe\.yaml|loop\.yaml|link\.yaml|127\.0\.0\.1/.test(line);
  // tsx, where the sources are run, asks its own process by a pipe.
  const found = lines.filter(isOutside).filter((line) => !/tsx|\.pipe/.test(line));
  assert.ok(
    lines.some((line) => line.includes("openapi")),
    "the spy sees what is opened",
  );
  return found;
}

describe("no reference opens a file out of the root, a device or a pipe, and none a connection", () => {
  for (const isPrepared of [true, false])
    test(isPrepared ? "of a document that was prepared" : "of any document", async (t) => {
      const place = await jail(t);
      const references = hostileReferences(place);
      writeFileSync(join(place.folder, "openapi.json"), documentOf(references, isPrepared));
      const root = ["--root", "."];
      const commands = [
        ["generate", "openapi.json", "--emit", "json,types,markdown,docs", "-o", "out", ...root],
        ["lint", "openapi.json", "--format", "json", ...root],
        ["scan", "openapi.json", ...root],
        ["explain", "404", "--document", "openapi.json", ...root],
      ];
      for (const args of commands) {
        const { found, stdout, stderr, status } = await traced(place, args);
        assert.deepEqual(found, [], args.join(" "));
        assert.ok(status !== null && status <= 2, `${status}: ${stderr.slice(0, 2000)}`);
        assert.doesNotMatch(`${stdout}${stderr}`, new RegExp(`${secret}|^\\s+at .+:\\d+:\\d+`, "m"));
        if (args[0] !== "lint") continue;
        const { problems } = JSON.parse(stdout) as { readonly problems: readonly { position: { text: string } }[] };
        const places = problems.map(({ position }) => position.text.trim());
        const silent = references.filter((reference) => !places.includes(`"$ref": ${JSON.stringify(reference)}`));
        assert.deepEqual(silent, [], "each is told of");
      }
      assert.equal(place.connections(), 0);
      if (existsSync(join(place.folder, "out")))
        assert.doesNotMatch(readFileSync(join(place.folder, "out/shop/errors.json"), "utf8"), new RegExp(secret));
    });

  test("nor what an overlay extends, or what the config names as a URL", async (t) => {
    const place = await jail(t);
    const url = `http://127.0.0.1:${place.port}/a.yaml`;
    writeFileSync(join(place.folder, "openapi.json"), documentOf([], true));
    const action = "actions: [{ target: $.info, update: { title: Shop } }]";
    writeFileSync(
      join(place.folder, "overlay.yaml"),
      `overlay: 1.0.0\ninfo: { title: a, version: '1' }\nextends: ${url}\n${action}\n`,
    );
    const overlaid = await traced(place, ["lint", "openapi.json", "--overlay", "overlay.yaml"]);
    assert.deepEqual(overlaid.found, []);
    for (const named of [
      url,
      `file://${place.outer}/secret.yaml`,
      "/dev/zero",
      "pipe.yaml",
      "folder",
      `//127.0.0.1:${place.port}/a`,
    ]) {
      for (const [root, overlay] of [
        [named, undefined],
        ["openapi.json", named],
      ] as const) {
        const settings = overlay === undefined ? "" : `, x-openapi-errors: { overlay: '${overlay}' }`;
        writeFileSync(join(place.folder, "redocly.yaml"), `apis: { shop: { root: '${root}'${settings} } }\n`);
        const run = await traced(place, ["lint"]);
        assert.deepEqual(run.found, [], named);
        assert.match(run.stdout, /^\S+:\d+:\d+: error: .+ can't be read: /m, named);
        assert.equal(run.status, 2, run.stderr);
      }
    }
    assert.equal(place.connections(), 0);
  });
});

test("nor does the server of the docs, neither to build them nor to serve them", async (t) => {
  const place = await jail(t);
  writeFileSync(join(place.folder, "openapi.json"), documentOf(hostileReferences(place), false));
  const { env, found } = spied(place);
  const args = ["openapi.json", "-o", "out", "--port", "0", "--root", "."];
  const { url, stop } = await serveDocsIn(t, place.folder, env, ...args);
  const list = await (await fetch(url)).text();
  const pages = [...list.matchAll(/href="([^"#:]+\.html)"/g)].map(([, page = ""]) => page).slice(0, 20);
  const others = ["shop/", "../secret.yaml", "%2e%2e/%2e%2e/secret.yaml", "x?url=/etc/passwd", "-/changes"];
  for (const path of [...pages, ...others]) {
    const answer = await fetch(new URL(path, url), { redirect: "manual" });
    const body = await answer.text();
    assert.doesNotMatch(body, new RegExp(`type: object|code: \\{ const: ${secret}|root:x:`), path);
  }
  assert.equal((await stop()).status, 0);
  assert.deepEqual(found(), []);
  assert.equal(place.connections(), 0);
});

test("a config that is hostile is a problem with its place, or read as if it were not", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), documentOf([], true));
  const configs: Record<string, string> = {
    "keys of all objects":
      "__proto__: { a: 1 }\napis: { __proto__: { root: openapi.json }, constructor: { root: openapi.json } }\n",
    "settings of all objects":
      "apis: { a: { root: openapi.json, x-openapi-errors: { __proto__: { output: / }, constructor: 1 } } }\n",
    "an unknown key": "apis: { a: { root: openapi.json, x-openapi-errors: { ouput: out } } }\n",
    "a function": "apis: { a: { root: openapi.json, x-openapi-errors: { output: !!js/function 'function () {}' } } }\n",
    "apis that are none": "apis: [1, null, x]\n",
    "an API that is none": "apis: { a: null, b: 7, c: [], d: x }\n",
    "roots that are none": "apis: { a: { root: [] }, b: { root: null }, c: { root: {} } }\n",
    "an alias of itself": "apis: &a { a: *a }\n",
    "a bomb": `a: &a [1]\n${Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${Array(10).fill(i === 0 ? "*a" : `*a${i - 1}`)}]`).join("\n")}\napis: {}\n`,
    nothing: "",
    "200 levels": `apis: ${"[".repeat(300)}${"]".repeat(300)}\n`,
    "a value of NUL": 'apis: { a: { root: "a\\0b" } }\n',
    "an emitter of all objects":
      "apis: { a: { root: openapi.json, x-openapi-errors: { emit: [constructor, __proto__, toString] } } }\n",
  };
  for (const [name, text] of Object.entries(configs)) {
    writeFileSync(join(folder, "redocly.yaml"), text);
    const { status, stdout, stderr } = await startCli(["lint"], { cwd: folder });
    assert.doesNotMatch(`${stdout}${stderr}`, /^\s+at .+:\d+:\d+|Error:/m, name);
    assert.ok(status === 0 || /^\S+:\d+:\d+: error: /m.test(stdout), `${name}: ${stdout}${stderr}`);
  }
});
