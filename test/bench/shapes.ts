import { manyCodes } from "./many-codes.js";

/** Documents that grow in one direction each: with a step of work for each pair of something, one of them shows it. */
export const shapes: Readonly<Record<string, (count: number) => object>> = {
  "a code, an example and an operation each": (count) => JSON.parse(manyCodes(count)) as object,
  "codes with fields, groups, successors and rules": (count) =>
    prepared(eachItsOwn(count, "x-error"), {
      groups: [{ name: "Group" }],
      closest: numbers(count).map((number) => ({ match: `other_${number}_*`, as: `code_${number}` })),
    }),
  "one answer that may be any of the codes": (count) => prepared(oneAnswer(count)),
  "alternatives that nobody prepared": (count) => ({ ...head, ...alternatives(count, (code) => ({ const: code })) }),
  "alternatives that show their codes": (count) => ({ ...head, ...alternatives(count, (code) => ({ example: code })) }),
  "one list of codes, and an answer for all operations": (count) => prepared(oneList(count)),
  "a document that nobody prepared": (count) => ({ ...head, ...eachItsOwn(count, "x-nothing") }),
};

const head = { openapi: "3.1.0", info: { title: "Large", version: "1.0.0" } };

function prepared(parts: object, settings: object = {}): object {
  const envelopes = [{ name: "error", code: "/code", message: "/message", details: "/details" }];
  return { ...head, "x-error-contract": { id: "large", envelopes, ...settings }, ...parts };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** A code with its schema, its example and its operation, and something to say about it. */
function eachItsOwn(count: number, extension: string): object {
  const said = (number: number) => ({
    group: "Group",
    fields: "/details/invalid",
    replacedBy: `code_${(number + 1) % count}`,
  });
  return {
    paths: paths(count, (number) => answer(reference(number), [number])),
    components: { schemas: schemas(count, (number) => ({ [extension]: said(number) })) },
  };
}

function oneAnswer(count: number): object {
  const anyOf = numbers(count).map(reference);
  return {
    paths: paths(1, () => answer({ anyOf }, numbers(count))),
    components: { schemas: schemas(count, () => ({})) },
  };
}

/** Without examples of the answer: its schemas say all. */
function alternatives(count: number, schemaOfCode: (code: string) => object): object {
  const details = (number: number) => ({ type: "object", properties: { [`member${number}`]: { type: "string" } } });
  const oneOf = numbers(count).map((number) => ({
    type: "object",
    required: ["code", "message"],
    properties: {
      code: { type: "string", ...schemaOfCode(`code_${number}`) },
      message: { type: "string", example: `Message ${number}` },
      details: details(number),
    },
  }));
  return { paths: paths(1, () => answer({ oneOf }, [])) };
}

/** A hundred codes: their product with the operations stands in errors.json. */
function oneList(count: number): object {
  const listed = numbers(100).map((number) => `code_${number}`);
  const body = { ...schemaOf(0), properties: { code: { enum: listed }, message: { type: "string" } } };
  return {
    paths: paths(count, () => ({ $ref: "#/components/responses/Refused" })),
    components: { responses: { Refused: answer(body, numbers(100)) } },
  };
}

function paths(count: number, responseOf: (number: number) => object): object {
  const item = (number: number) => ({
    get: { operationId: `getThing${number}`, summary: `Thing ${number}`, responses: { 409: responseOf(number) } },
  });
  return Object.fromEntries(numbers(count).map((number) => [`/things/${number}`, item(number)]));
}

function answer(schema: object, shown: readonly number[]): object {
  const body = (number: number) => ({ value: { code: `code_${number}`, message: `Message ${number}` } });
  const examples = Object.fromEntries(shown.map((number) => [`example${number}`, body(number)]));
  return { description: "Refused.", content: { "application/json": { schema, examples } } };
}

function schemas(count: number, more: (number: number) => object): object {
  return Object.fromEntries(
    numbers(count).map((number) => [`Failure${number}`, { ...schemaOf(number), ...more(number) }]),
  );
}

function reference(number: number): object {
  return { $ref: `#/components/schemas/Failure${number}` };
}

function schemaOf(number: number): object {
  return {
    type: "object",
    title: `Failure ${number}`,
    description: `What happens for reason ${number}.`,
    required: ["code", "message"],
    properties: {
      code: { const: `code_${number}` },
      message: { type: "string" },
      details: { type: "object", properties: { invalid: { type: "array", items: { type: "object" } } } },
    },
  };
}
