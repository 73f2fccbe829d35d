import assert from "node:assert/strict";
import { test } from "node:test";
import { mock } from "../../generator/api/index.js";
import { hostileTexts } from "../support/hostile-document.js";
import { ask } from "./harbour.js";

const texts = [...hostileTexts, "a\r\nSet-Cookie: a=1", "__proto__", "constructor", 'a, b; c="d\\', "%0d%0a", "ü"];

/** What ends a path elsewhere ends one in a document, too. */
const inPath = (text: string) => text.replace(/[/?#%]/g, "-");

/** Each text is a code, the name and the value of a header, the name of an example, a media type and a part of a path. */
const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Hostile", version: "1" },
  "x-error-contract": { id: "hostile", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
  paths: Object.fromEntries(
    texts.map((text, index) => [
      `/${index}/${inPath(text)}`,
      {
        get: {
          operationId: `get ${text}`,
          responses: {
            200: { description: text, content: { [text]: { example: text } } },
            400: {
              description: text,
              headers: { [text]: { example: "value" }, [`X-${index}`]: { example: text } },
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    title: text,
                    required: ["code", "message"],
                    properties: { code: { const: text }, message: { type: "string" } },
                  },
                  examples: { [text]: { value: { code: text, message: text } } },
                },
              },
            },
          },
        },
      },
    ]),
  ),
});

test("no text of a document gets out of its place in an answer, and each comes back as it is", async (t) => {
  const server = await mock({ path: "hostile.json", text: document });
  t.after(() => server.close());
  for (const [index, text] of texts.entries()) {
    const path = `${server.url}/${index}/${encodeURIComponent(inPath(text))}`;
    const query = (preferences: Record<string, string>) =>
      Object.entries(preferences)
        .map(([name, value]) => `__${name}=${encodeURIComponent(value)}`)
        .join("&");
    for (const asked of [{ error: text }, { error: text, example: text }, { code: "400", run: text }]) {
      const answer = await ask(`${path}?${query(asked)}`);
      assert.deepEqual([answer.status, JSON.parse(answer.body)], [400, { code: text, message: text }], text);
      assert.equal(answer.headers["set-cookie"], undefined);
      assert.match(String(answer.headers["preference-applied"]), /^[ -~]+$/);
    }
    const fine = await ask(path);
    assert.deepEqual([fine.status, fine.headers["set-cookie"]], [200, undefined], text);
    const refused = await ask(`${path}?${query({ error: `${text}x` })}`);
    assert.equal(refused.status, 400);
    assert.doesNotMatch(refused.body.replaceAll("\n", ""), /[\p{Cc}\u202e]/u);
  }
});
