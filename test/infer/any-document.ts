import fc from "fast-check";

const componentNames = ["A", "B", "C", "D"];
const memberNames = ["code", "message", "error", "errors", "type", "title", "detail", "name", "data", "id", "reason"];
const hostileNames = ["__proto__", "constructor", "a/b", "*", "0"];
const codes = ["not_found", "NOT-FOUND", "E1", "404", "https://a.example/gone", "two words", "__proto__", "toString"];
const texts = ["It is gone.", "No", ...codes];

const anyMember = fc.constantFrom(...memberNames, ...memberNames, ...hostileNames);
const anyReference = fc.constantFrom(...componentNames).map((name) => ({ $ref: `#/components/schemas/${name}` }));

/** By its entries, so that `__proto__` is a member like any other. */
function objectOf<Value>(members: fc.Arbitrary<Value>, maxKeys: number) {
  const entries = fc.uniqueArray(fc.tuple(anyMember, members), { maxLength: maxKeys, selector: ([name]) => name });
  return entries.map((list) => Object.fromEntries(list) as Record<string, Value>);
}

const anyScalar: fc.Arbitrary<object> = fc.oneof(
  fc.constant({ type: "string" }),
  fc.constant({ type: "integer" }),
  fc.constant({ type: "string", format: "uuid" }),
  fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values })),
  fc.constantFrom(...codes).map((value) => ({ type: "string", enum: [value] })),
  fc.constantFrom(...codes).map((value) => ({ type: "string", example: value })),
  fc.constantFrom(404, 40_001).map((value) => ({ type: "integer", enum: [value] })),
);

const { schema: anySchema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyScalar,
    anyReference,
    fc.record({ type: fc.constant("object"), properties: objectOf(tie("schema"), 4) }),
    fc.record({ type: fc.constant("array"), items: tie("schema") }),
    fc
      .tuple(fc.constantFrom("allOf", "oneOf", "anyOf"), fc.array(tie("schema"), { minLength: 1, maxLength: 3 }))
      .map(([keyword, parts]) => ({ [keyword]: parts })),
    tie("schema").map((values) => ({ type: "object", additionalProperties: values })),
  ),
}));

const { body: anyBody } = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(...texts, 404, null, true),
    objectOf(tie("body"), 4),
    fc.array(tie("body"), { maxLength: 2 }),
  ),
}));

const anyMedia = fc.record({ schema: anySchema, example: anyBody }, { requiredKeys: [] });
const anyType = fc.constantFrom("application/json", "application/problem+json", "text/html", "undefined");
const anyResponse = fc.record(
  {
    description: fc.constantFrom("No", "See `card_declined`."),
    content: fc.dictionary(anyType, anyMedia, { maxKeys: 2 }),
  },
  { requiredKeys: ["description"] },
);
const anyStatus = fc.constantFrom("200", "400", "404", "409", "4XX", "4xx", "500", "default");
const anyAnswer = fc.oneof(anyResponse, fc.constant({ $ref: "#/components/responses/Failed" }));
const anyOperation = fc.record({ responses: fc.dictionary(anyStatus, anyAnswer, { maxKeys: 4 }) });

/** Small OpenAPI documents of many shapes, as nobody in particular would write them. */
export const anyDocument = fc
  .record({
    openapi: fc.constantFrom("3.0.3", "3.1.0"),
    operations: fc.array(anyOperation, { maxLength: 3 }),
    schemas: fc.tuple(...componentNames.map(() => anySchema)),
    failed: anyResponse,
  })
  .map(({ openapi, operations, schemas, failed }) => ({
    openapi,
    info: { title: "Any", version: "1" },
    paths: Object.fromEntries(operations.map((operation, index) => [`/things/${index}`, { get: operation }])),
    components: {
      schemas: Object.fromEntries(schemas.map((schema, index) => [componentNames[index], schema])),
      responses: { Failed: failed },
    },
  }));
