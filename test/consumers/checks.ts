import { classify, errorFrom, errors, fromJSON, isError, match, parseError, withRetry } from "./out/shop/index.js";

/** What a check needs of the environment it runs in. */
export interface Place {
  /** The address of shop-server.mjs. */
  readonly url: string;
  /** Bytes of another realm, such as a frame or the world outside of a test. */
  readonly foreignBytes: (bytes: readonly number[]) => Uint8Array;
}

type Check = (place: Place) => Promise<void> | void;

const soldOut = { error: { code: "sold_out", message: "No tea is left", request_id: "r1", details: { left: 0 } } };

/** What has to hold wherever generated code runs; each throws where it does not. */
export const checks: Readonly<Record<string, Check>> = {
  "classify and parseError give the typed error": () => {
    const answer = { status: 409, headers: { "Content-Type": "application/json" }, body: JSON.stringify(soldOut) };
    equal(classify(answer).code, "sold_out");
    const error = parseError(answer, { operation: "placeOrder" });
    equal([error.code, error.status, error.message, error.requestId], ["sold_out", 409, "No tea is left", "r1"]);
    equal([error instanceof Error, isError(error, "sold_out") && error.details?.left, error.deviations], [true, 0, []]);
  },

  "match calls the handler of the code": () => {
    const error = parseError({ status: 409, body: soldOut });
    const text = match.partial(error, { sold_out: ({ details }) => `${details?.left} left` }, () => "other");
    equal(text, "0 left");
    equal(
      match.partial(parseError({ status: 500 }), { sold_out: () => "x" }, ({ code }) => code),
      "http_500",
    );
  },

  "an error goes over a queue, and a server throws it": () => {
    const thrown = errors.soldOut({ left: 3 });
    const error = fromJSON(JSON.parse(JSON.stringify(thrown)));
    equal([error.code, isError(error, "sold_out") && error.details], ["sold_out", { left: 3 }]);
  },

  "errorFrom reads what fetch gives": async ({ url }) => {
    const error = await errorFrom(await fetch(`${url}invalid`, { method: "POST" }), { operation: "placeOrder" });
    equal([error.code, error.fields], ["invalid_order", [{ path: ["items", 0], message: "is unknown" }]]);
    equal(error.deviations, []);
  },

  "errorFrom reads chunks of another realm": async ({ foreignBytes }) => {
    const bytes = foreignBytes(Array.from(JSON.stringify(soldOut), (letter) => letter.charCodeAt(0)));
    const parts = [bytes.slice(0, 9), bytes.slice(9)];
    const reader = {
      read: async () => ({ done: parts.length === 0, value: parts.shift() }),
      cancel: async () => undefined,
    };
    const error = await errorFrom({ status: 409, body: { getReader: () => reader } });
    equal([error.code, error.deviations], ["sold_out", []]);
    equal(parseError({ status: 409, body: bytes.buffer }).code, "sold_out");
  },

  "a body that was read before is not lost in silence": async ({ url }) => {
    const response = await fetch(`${url}invalid`, { method: "POST" });
    await response.text();
    const error = await errorFrom(response);
    equal([error.status, error.deviations.at(-1)?.expected], [422, "a whole body"]);
  },

  "withRetry asks again until it is answered well": async ({ url }) => {
    let sent = 0;
    const send = (attempt: number, { signal }: { readonly signal: AbortSignal }) => {
      sent = attempt;
      return fetch(`${url}closed-twice`, { signal });
    };
    equal([await (await withRetry(send, { method: "GET" })).text(), sent], ["open", 3]);
  },

  "withRetry asks again where no answer comes": async ({ url }) => {
    for (const path of ["reset-once", "silent-once"]) {
      let sent = 0;
      const send = (attempt: number, { signal }: { readonly signal: AbortSignal }) => {
        sent = attempt;
        return fetch(`${url}${path}`, { method: "PUT", signal });
      };
      const response = await withRetry(send, { method: "PUT", timeout: 500 });
      equal([await response.text(), sent], ["open", 2], path);
    }
  },

  "withRetry ends where the caller says so": async ({ url }) => {
    const controller = new AbortController();
    const sent = withRetry((_, { signal }) => fetch(`${url}silent`, { signal }), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("the user left")), 20);
    const reason = await sent.catch((error: unknown) => error);
    equal((reason as Error).message, "the user left");
  },
};

function equal(found: unknown, expected: unknown, where = ""): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${where} ${left} is not ${right}`);
}
