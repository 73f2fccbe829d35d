import type { ObjectShape } from "./shapes.js";
import type { ErrorSpec, OperationSpec, Spec } from "./spec.js";
import type { Step } from "./steps.js";

interface Misjudged {
  readonly what: string;
  readonly spec: Spec;
  readonly steps: readonly Step[];
  readonly withExamples?: boolean;
}

const usual = { category: undefined, retry: undefined, title: "Too many", fields: false, waits: false } as const;
const noted = (shape: ObjectShape["members"][number]["shape"]): ErrorSpec["details"] => ({
  ...{ kind: "object", nullable: false },
  members: [{ name: "note", required: false, shape }],
});
const error = (key: number, code: string, details: ErrorSpec["details"]): ErrorSpec => ({
  ...usual,
  ...{
    key,
    codes: [code],
    listed: "extension",
    details,
    detailsRequired: false,
    envelope: 0,
    life: "usual",
    example: 0,
  },
});
/** A code that its own schema states, so that nothing else may come in its place. */
const alone = (key: number, code: string | number): ErrorSpec => ({
  ...error(key, "", undefined),
  codes: [code],
  listed: "const",
});
const operation = (
  id: string,
  ...answers: readonly (readonly [status: string, ...keys: number[]])[]
): OperationSpec => ({
  ...{ id, path: `/${id}` },
  answers: answers.map(([status, ...errors]) => ({ status, errors, bare: undefined, media: "json" })),
});
const spec = (errors: readonly ErrorSpec[], ...operations: readonly OperationSpec[]): Spec => ({
  envelopes: [
    {
      ...{ code: "code", message: "message", details: "details" },
      ...{ wrapper: undefined, requestId: undefined, delay: undefined, constant: undefined },
    },
  ],
  ...{ errors, operations, bare: [] },
  ...{ closest: undefined, attempts: undefined, delayHeader: undefined, requestIdHeader: undefined },
});

/** What `bench:oracle` found, as small as it was shrunk to. */
export const misjudged: readonly Misjudged[] = [
  {
    what: "a status that only a new operation tells of, where others have it in a range, with other details",
    spec: spec(
      [
        error(0, "alpha_limit", noted({ kind: "string", nullable: false })),
        error(1, "zeta", noted({ kind: "enum", nullable: false, values: ["trial"] })),
      ],
      operation("createOrder", ["default", 0], ["400", 1]),
      operation("getOrder", ["400", 1]),
    ),
    steps: [
      ["error gone", 1, 0],
      ["operation more", 0, { status: "400", errors: [0], media: "json" }],
    ],
  },
  {
    what: "the same, where a more precise range than the one with other details has it",
    spec: spec(
      [
        alone(0, 4001),
        error(1, "alpha_limit", noted({ kind: "string", nullable: false })),
        error(3, "beta_limit", noted({ kind: "array", nullable: false, items: { kind: "string", nullable: false } })),
      ],
      operation("createOrder", ["default", 3, 0], ["4XX", 0]),
      operation("getOrder", ["429", 1]),
    ),
    steps: [
      ["operation more", 0, { status: "429", errors: [3], media: "json" }],
      ["listed otherwise", 1, "const"],
    ],
  },
  {
    what: "an error whose new status is in none that is new to its clients, with an example of a new operation",
    spec: spec(
      [alone(0, "alpha_limit"), alone(1, "delta")],
      operation("createOrder", ["5XX", 1, 0], ["400", 0]),
      operation("getOrder", ["4XX", 0], ["400", 1, 0]),
    ),
    steps: [
      ["status of an answer", 3, "default"],
      ["operation more", 0, { status: "429", errors: [1, 0], media: "json" }],
    ],
    withExamples: true,
  },
];
