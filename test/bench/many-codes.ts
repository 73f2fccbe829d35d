/** A prepared document, as JSON is YAML too, with as many codes, each with a schema, an example and an operation. */
export function manyCodes(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const document = {
    openapi: "3.1.0",
    info: { title: `Codes ${count}`, version: "1.0.0" },
    "x-error-contract": {
      id: `codes_${count}`,
      envelopes: [{ name: "error", code: "/code", message: "/message", details: "/details" }],
    },
    paths: Object.fromEntries(numbers.map((number) => [`/things/${number}`, { get: operation(number) }])),
    components: { schemas: Object.fromEntries(numbers.map((number) => [`Failure${number}`, schema(number)])) },
  };
  return JSON.stringify(document, null, 2);
}

function operation(number: number): object {
  const example = { code: `failure_${number}`, message: `It failed for reason ${number}.`, details: { number } };
  return {
    operationId: `getThing${number}`,
    summary: `Gets thing ${number}`,
    responses: {
      "200": { description: "The thing.", content: { "application/json": { schema: { type: "object" } } } },
      "409": {
        description: "It failed.",
        content: {
          "application/json": {
            schema: { $ref: `#/components/schemas/Failure${number}` },
            examples: { failure: { value: example } },
          },
        },
      },
    },
  };
}

function schema(number: number): object {
  return {
    type: "object",
    title: `Failure ${number}`,
    description: `What happens for reason ${number}.`,
    required: ["code", "message", "details"],
    properties: {
      code: { const: `failure_${number}` },
      message: { type: "string" },
      details: { type: "object", required: ["number"], properties: { number: { type: "integer" } } },
    },
  };
}
