import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
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
    "a body that axios has read": () => ({ status, data: JSON.parse(text) }),
    "a body before what else has been read": () => ({ status, body: text, data: { error: { code: "other" } } }),
    "what has only json()": () => ({ status, json: async () => JSON.parse(text) as unknown }),
    "what has only arrayBuffer()": () => ({ status, arrayBuffer: async () => bytes.buffer }),
    "a Blob": () => ({ status, body: new Blob([text]) }),
    "parts that are text": () => ({ status, body: ReadableStream.from([text.slice(0, 20), text.slice(20)]) }),
    "parts that are buffers": () => ({
      status,
      body: ReadableStream.from(halves.map((half) => new Uint8Array(half).buffer)),
    }),
    "parts that are views of other kinds": () => ({ status, body: ReadableStream.from([new DataView(bytes.buffer)]) }),
    "parts of another realm, as Jest's environments have them": () => ({
      status,
      body: ReadableStream.from([
        foreign("new Uint8Array(bytes)"),
        foreign("new Uint8Array(bytes).buffer").slice(0, 0),
      ]),
    }),
    "a buffer of another realm": () => ({ status, body: foreign("new Uint8Array(bytes).buffer") }),
    "text and bytes in turn": () => ({ status, body: ReadableStream.from([text.slice(0, 20), halves[1]]) }),
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
  test("of nothing at all", async () => {
    for (const nothing of [undefined, null]) {
      const error = await read(nothing as unknown as ResponseLike);
      assert.deepEqual([error.code, error.status, error.deviations.length > 0], ["http_0", 0, true]);
    }
  });

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
      body: { getReader: () => ({ read: async () => ({ done: false, value: 7 }), cancel: fail }) },
    },
    "the headers throw": { headers: { forEach: () => assert.fail("no") } },
  };
  for (const [when, response] of Object.entries(odd))
    test(`when ${when}`, async () => {
      const error = await read({ status: 500, ...response }, { timeout: 10 });
      assert.deepEqual([error.code, error.message], ["http_500", "HTTP 500"]);
    });
});

describe("a body that is lost is not lost in silence:", () => {
  const lost = [{ pointer: "", expected: "a whole body", found: "a body that could not be read" }];

  test("one that was read before", async () => {
    const response = new Response(text, { status: 404 });
    await response.text();
    const { code, deviations } = await read(response);
    assert.deepEqual([code, deviations.slice(-1)], ["http_404", lost]);
  });

  test("one that breaks before it begins", async () => {
    const { body } = stream(() => Promise.reject(new Error("reset")));
    assert.deepEqual((await read({ status: 500, body })).deviations.slice(-1), lost);
  });

  test("one that breaks in the middle", async () => {
    const { body } = stream((enqueue, count) => (count === 0 ? enqueue("so far") : Promise.reject(new Error("reset"))));
    const [deviation] = (await read({ status: 500, body })).deviations.slice(-1);
    assert.equal(deviation?.found, "a part of it");
  });

  test("but an empty one is whole", async () => {
    const { deviations } = await read(new Response(null, { status: 404 }));
    assert.ok(deviations.every(({ expected }) => expected !== "a whole body"));
  });
});

describe("errorFrom tells", () => {
  test("of a code that the contract does not list", async () => {
    const seen: string[] = [];
    const onUnlisted = ({ code }: { readonly code: string }) => void seen.push(code);
    await read({ status: 404, body: errorBody("not_found") }, { onUnlisted });
    await read({ status: 404, body: errorBody("moved_away") }, { onUnlisted });
    assert.deepEqual(seen, ["moved_away"]);
  });

  test("and does not reject where the listener throws", async () => {
    const onUnlisted = () => assert.fail("the listener");
    assert.equal((await read({ status: 418, body: errorBody("new") }, { onUnlisted })).code, "new");
  });

  test("which request it was: the method that was given, and the URL of the response", async () => {
    const response = { status: 404, url: "https://api.example/v1?key=s3cret" };
    const error = await read(response, { request: { method: "PUT" } });
    assert.deepEqual(error.request, { method: "PUT", url: "https://api.example/v1" });
  });

  test("which request it was, by a URL or a Request", async () => {
    const url = new URL("https://user:s3cret@api.example/v1?key=s3cret#top");
    const expected = { method: "GET", url: "https://api.example/v1" };
    for (const request of [{ method: "GET", url }, new Request("https://api.example/v1?a")])
      assert.deepEqual((await read({ status: 404 }, { request })).request, expected);
  });
});

test("a time without end, or beyond what timers hold, is no time at once", async () => {
  for (const timeout of [Number.POSITIVE_INFINITY, 2 ** 40]) {
    const late = ReadableStream.from(
      (async function* () {
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield bytes;
      })(),
    );
    assert.equal((await read({ status: 404, body: late }, { timeout })).code, "not_found");
  }
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

/** The value of an expression about the bytes, in a realm of its own. */
function foreign(expression: string): ArrayBuffer {
  return runInNewContext(expression, { bytes: [...bytes] }) as ArrayBuffer;
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
