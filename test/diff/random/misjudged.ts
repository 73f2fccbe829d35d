import type { ObjectShape } from "./shapes.js";
import type { ErrorSpec, OperationSpec, Spec } from "./spec.js";
import type { Step } from "./steps.js";

interface Misjudged {
  readonly what: string;
  readonly spec: Spec;
  readonly steps: readonly Step[];
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
const operation = (id: string, ...answers: readonly (readonly [status: string, key: number])[]): OperationSpec => ({
  ...{ id, path: `/${id}` },
  answers: answers.map(([status, key]) => ({ status, errors: [key], bare: undefined, media: "json" })),
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
];
