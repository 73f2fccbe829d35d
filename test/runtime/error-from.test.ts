import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { errorFromResponse, type ReadOptions, type ResponseLike } from "../../generator/runtime/index.js";
import { serve } from "../support/serve.js";
import { errorBody, sampleContract } from "./sample-contract.js";

const text = JSON.stringify(errorBody("not_found"));
const bytes = new TextEncoder().encode(text);
const halves = [bytes.subarray(0, 20), bytes.subarray(20)];

describe("errorFrom reads", () => {
  const status = 404;
  const responses: Readonly<Record<string, () => ResponseLike>> = {
    "the response of fetch": () => new Response(text, { status }),
    "a stream of the web, in parts": () => ({ status, body: ReadableStream.from(halves) }),
    "a stream of Node, as node-fetch gives it": () => ({ status, body: Readable.from(halves), text: async () => "" }),
    "what has only text()": () => ({ status, text: async () => text }),
    "text() beside a body that is null": () => ({ status, body: null, text: async () => text }),
    "a body that was read already": () => ({ status, body: JSON.parse(text) }),
  };
  for (const [name, response] of Object.entries(responses))
    test(name, async () => {
      const error = await read(response());
      assert.deepEqual([error.code, error.message, error.deviations], ["not_found", "for people", []]);
    });

  test("parts that come slowly, but in time", async () => {
    async function* slowly() {
      for (const half of halves) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield half;
      }
    }
    assert.equal((await read({ status: 404, body: ReadableStream.from(slowly()) })).code, "not_found");
  });
});

describe("errorFrom gives what has come", () => {
  test("of a body that never begins, and stops listening to it", async () => {
    const { body, cancelled } = stream(() => new Promise(() => {}));
    const error = await read({ status: 500, body }, { timeout: 10 });
    assert.deepEqual([error.code, error.body, cancelled()], ["http_500", undefined, true]);
  });

  test("of a body that stops in the middle", async () => {
    const { body } = stream((enqueue, count) => (count === 0 ? enqueue("so far") : new Promise(() => {})));
    assert.equal((await read({ status: 500, body }, { timeout: 10 })).message, "so far");
  });

  test("of a body that breaks in the middle", async () => {
    const { body } = stream((enqueue, count) => (count === 0 ? enqueue("so far") : Promise.reject(new Error("reset"))));
    assert.equal((await read({ status: 500, body })).message, "so far");
  });

  test("of a body without end, up to the limit, and stops listening to it", async () => {
    let sent = 0;
    const { body, cancelled } = stream((enqueue, count) => {
      sent = count * 1000;
      enqueue("x".repeat(1000));
    });
    const error = await read({ status: 500, body }, { maxBytes: 4500 });
    assert.deepEqual([error.body, cancelled()], ["x".repeat(4500), true]);
    assert.ok(sent < 10_000, `${sent} bytes were read for 4,500`);
  });

  test("of a body of empty parts without end", async () => {
    const { body } = stream((enqueue) => enqueue(""));
    assert.equal((await read({ status: 500, body }, { timeout: 10 })).body, undefined);
  });

  test("of a stream of Node without end, and closes it", async () => {
    const body = new Readable({ read() {} });
    assert.equal((await read({ status: 500, body }, { timeout: 10 })).code, "http_500");
    assert.equal(body.destroyed, true);
  });
});

describe("errorFrom does not reject", () => {
  const fail = () => Promise.reject(new Error("no"));
  const odd: Readonly<Record<string, Omit<ResponseLike, "status">>> = {
    "text() rejects": { text: fail },
    "text() never ends": { text: () => new Promise(() => {}) },
    "text() throws": {
      text() {
        throw new Error("no");
      },
    },
    "the body is locked": { body: { getReader: () => assert.fail("locked") } },
    "the reader throws": { body: { getReader: () => ({ read: () => assert.fail("no"), cancel: fail }) } },
    "the reader gives no bytes": {
      body: { getReader: () => ({ read: async () => ({ done: false, value: "text" }), cancel: fail }) },
    },
    "the headers throw": { headers: { forEach: () => assert.fail("no") } },
  };
  for (const [when, response] of Object.entries(odd))
    test(`when ${when}`, async () => {
      const error = await read({ status: 500, ...response }, { timeout: 10 });
      assert.deepEqual([error.code, error.message], ["http_500", "HTTP 500"]);
    });
});

describe("over HTTP, errorFrom", () => {
  test("takes a body whose compression is broken for none", async (t) => {
    const url = await serve(t, (_, response) => {
      response.writeHead(500, { "content-encoding": "gzip", "x-request-id": "r" }).end("no gzip at all");
    });
    const error = await read(await fetch(url));
    assert.deepEqual([error.code, error.status, error.requestId], ["http_500", 500, "r"]);
  });

  test("takes a small part of a body that unpacks to very much", async (t) => {
    const bomb = gzipSync(Buffer.alloc(50 * 2 ** 20, "x"));
    const url = await serve(t, (_, response) => {
      response.writeHead(500, { "content-encoding": "gzip", "content-type": "text/plain" }).end(bomb);
    });
    const error = await read(await fetch(url));
    assert.equal((error.body as string).length, 2 ** 20);
  });

  test("keeps what came before the connection broke", async (t) => {
    const url = await serve(t, (_, response) => {
      response.writeHead(500, { "content-length": "1000" });
      response.write("so far", () => response.destroy());
    });
    assert.equal((await read(await fetch(url))).message, "so far");
  });
});

function read(response: ResponseLike, options: ReadOptions = {}) {
  return errorFromResponse(sampleContract, response, options);
}

/** A stream of what `pull` enqueues, that knows whether it was cancelled. */
function stream(pull: (enqueue: (text: string) => void, count: number) => void | Promise<void>) {
  let cancelled = false;
  let count = 0;
  const body = new ReadableStream({
    pull: (controller) => pull((text) => controller.enqueue(new TextEncoder().encode(text)), count++),
    cancel() {
      cancelled = true;
    },
  });
  return { body, cancelled: () => cancelled };
}
