/** Texts that would leave their place if they could: as Markdown, HTML, template tags, or by their length. */
export const hostileTexts = [
  "<script>globalThis.owned = 1</script><img src=x onerror='globalThis.owned = 1'><!-- <textarea>",
  '{% if user %}kept{% /if %} {% partial file="x" /%} `{% inspan %}` {{throw}} <% throw %>',
  "```js\n{% infence %} <b>kept</b>\nno end",
  "~~~~\nno end either",
  "- list\n  ```\n  no end in a list",
  "# Heading\n\nSetext\n===\n\nOther\n---",
  "a | b \\| c `d | e` \\",
  "[kept](javascript:globalThis.owned=1) ![kept](http://evil.example/x.png) [CODE_0]: http://evil.example",
  `Long${"W".repeat(400)}`,
  "\u202eabc\u202c שלום عربي \u0007\u001b[2J kept",
  "👩‍👩‍👧‍👦 🏳️‍🌈 漢字 kept",
  "*/ </style></template> &lt;kept&gt; `` ` ``",
] as const;

export const codes = hostileTexts.map((_, index) => `CODE_${index}`);

/** One error for each text, which stands wherever an error has text; and all of them where an API has text. */
export function hostileDocument(): string {
  const all = hostileTexts.toReversed().join("\n\n");
  const schemas = hostileTexts.map((text, index) => [
    `Error${index}`,
    {
      title: text,
      description: text,
      "x-error": { causes: [text], resolution: text, group: `Group ${text}` },
      type: "object",
      required: ["code", "message", "details"],
      properties: {
        code: { const: codes[index] },
        message: { type: "string" },
        details: { type: "object", required: [text], properties: { [text]: { type: "string", description: text } } },
      },
    },
  ]);
  const bodies = hostileTexts.map((text, index) => ({ code: codes[index], message: text, details: { [text]: text } }));
  const content = {
    schema: { anyOf: hostileTexts.map((_, index) => ({ $ref: `#/components/schemas/Error${index}` })) },
    examples: Object.fromEntries(
      bodies.map((value, index) => [`example${index}`, { summary: hostileTexts[index], value }]),
    ),
  };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Hostile API", version: "1", description: all },
    "x-error-contract": {
      id: "hostile",
      envelopes: [{ name: hostileTexts[1], code: "/code", message: "/message", details: "/details" }],
      statuses: { 400: all },
      groups: hostileTexts.map((text) => ({ name: `Group ${text}`, description: text })),
    },
    paths: {
      "/things": {
        get: {
          operationId: "getThings",
          summary: hostileTexts[1],
          description: all,
          responses: { 400: { description: all, content: { "application/json": content } } },
        },
      },
    },
    components: { schemas: Object.fromEntries(schemas) },
  });
}
