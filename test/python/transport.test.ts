import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { refusedUrl } from "../retry/server.js";
import { program, runPython, withModules } from "./run-python.js";

const modules = ["requests", "httpx", "urllib3", "aiohttp"];
const python = withModules(modules);
const skip =
  python === undefined && process.env.REQUIRE_PYTHON_CLIENTS !== "1"
    ? `${modules.join(", ")} are not installed`
    : false;

/** What is sent before the connection is closed; undefined: nothing, and it stays open. */
const answers: Readonly<Record<string, string | undefined>> = {
  "closed without an answer": "",
  "closed within a body": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
  "no answer in time": undefined,
};

interface Asked {
  readonly name: string;
  readonly again: boolean;
  readonly delays: readonly (number | null)[];
}

test("what Python's clients raise where no answer came is sent again as in TypeScript", { skip }, async (t) => {
  const served = await Promise.all(
    Object.entries(answers).map(async ([kind, text]) => {
      const server = createServer((socket) =>
        socket.on("error", () => undefined).once("data", () => text !== undefined && socket.end(text)),
      );
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      t.after(() => server.close());
      const address = server.address();
      assert.ok(typeof address === "object" && address);
      return [kind, `http://127.0.0.1:${address.port}/`] as const;
    }),
  );
  const urls = { ...Object.fromEntries(served), refused: await refusedUrl(), "no address": "ftpx://a/" };
  assert.ok(python, `${modules.join(", ")} are not installed`);
  const options = { input: JSON.stringify(urls), python };
  const { status, stdout, stderr } = await runPython(["-W", "default", program("transport.py")], options);
  assert.equal(status, 0, stderr);
  const report = JSON.parse(stdout) as readonly Asked[];
  assert.ok(report.length >= 50);
  for (const { name, again, delays } of report) {
    const expected = again ? [true, false, true, false, false] : [false, false, false, false, false];
    assert.deepEqual(
      delays.map((delay) => delay !== null),
      expected,
      name,
    );
  }
});
