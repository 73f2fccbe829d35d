/** How large a prepared document is, each in a direction of its own. */
export interface Sizes {
  readonly codes: number;
  readonly operations: number;
  /** Every operation may answer with every code; else each with its share of them. */
  readonly isShared?: boolean;
  /** Megabytes of schemas that no error reaches. */
  readonly beside?: number;
  readonly id?: string;
}

/** A document as JSON, which is YAML too. */
export function madeDocument({ codes, operations, isShared = false, beside = 0, id = "made" }: Sizes): string {
  const numbers = Array.from({ length: codes }, (_, index) => index);
  const reference = (code: number) => ({ $ref: `#/components/schemas/Failure${code}` });
  const shareOf = (operation: number) =>
    codes > operations ? numbers.filter((code) => code % operations === operation) : [operation % codes];
  const answerOf = (operation: number) =>
    isShared ? { $ref: "#/components/responses/Refused" } : answer(shareOf(operation).map(reference));
  const paths = Array.from({ length: operations }, (_, operation) => [
    `/things/${operation}`,
    { get: { operationId: `getThing${operation}`, responses: { 409: answerOf(operation) } } },
  ]);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Made", version: "1.0.0" },
    "x-error-contract": { id, envelopes: [{ name: "error", code: "/code", message: "/message", details: "/details" }] },
    paths: Object.fromEntries(paths),
    components: {
      ...(isShared && { responses: { Refused: answer(numbers.map(reference)) } }),
      schemas: {
        ...Object.fromEntries(numbers.map((code) => [`Failure${code}`, failure(code)])),
        ...besides(beside * 1e6),
      },
    },
  });
}

function answer(anyOf: readonly object[]): object {
  return { description: "Refused.", content: { "application/json": { schema: { anyOf } } } };
}

function failure(code: number): object {
  return {
    type: "object",
    title: `Failure ${code}`,
    description: `What happens for reason ${code}.`,
    required: ["code", "message"],
    properties: {
      code: { const: `code_${code}` },
      message: { type: "string" },
      details: { type: "object", required: ["number"], properties: { number: { type: "integer" } } },
    },
    examples: [{ code: `code_${code}`, message: `It failed for reason ${code}.`, details: { number: code } }],
  };
}

function besides(bytes: number): object {
  const schemas: Record<string, object> = {};
  for (let [number, left] = [0, bytes]; left > 0; number += 1) {
    const properties = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `member${index}`,
        { type: "string", description: `What member ${index} of thing ${number} says about it.` },
      ]),
    );
    schemas[`Thing${number}`] = { type: "object", properties };
    left -= JSON.stringify(properties).length;
  }
  return schemas;
}
