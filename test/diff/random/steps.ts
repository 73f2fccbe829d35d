import fc from "fast-check";
import { anyObject, anyShape, type ObjectShape, type Shape } from "./shapes.js";
import {
  type AnswerSpec,
  anyAnswer,
  anyBareBody,
  anyClass,
  anyEnvelope,
  anyErrorBody,
  codeNames,
  type ErrorSpec,
  type OperationSpec,
  type Spec,
  statuses,
  tidied,
} from "./spec.js";

/** One thing that somebody changes in a contract, as data, so that it can be printed. */
export type Step = readonly [kind: keyof typeof kinds, at: number, to: unknown];

interface Kind {
  readonly to: fc.Arbitrary<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: what it is made of is said beside it.
  readonly apply: (spec: Spec, at: number, to: any) => Spec;
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = fc.nat(5);

const kinds = {
  "envelope member": {
    to: anyEnvelope.chain((envelope) =>
      fc.constantFrom(...(Object.keys(envelope) as (keyof typeof envelope)[])).map((key) => ({ [key]: envelope[key] })),
    ),
    apply: (spec, at, to) => ({
      ...spec,
      envelopes: distinct(replacedAt(spec.envelopes, at, (was) => ({ ...was, ...to }))),
    }),
  },
  "envelope of an error": { to: some, apply: (spec, at, to) => ofError(spec, at, () => ({ envelope: to })) },
  "more envelopes": {
    to: anyEnvelope,
    apply: (spec, _, to) => ({ ...spec, envelopes: distinct([...spec.envelopes, to]) }),
  },
  "code renamed": {
    to: fc.constantFrom<string | number>(...codeNames, 4001, 4002),
    apply: (spec, at, to) => ofError(spec, at, ({ codes }) => ({ codes: [to, ...codes.slice(1)] })),
  },
  "code more": {
    to: fc.constantFrom(...codeNames),
    apply: (spec, at, to) => ofError(spec, at, ({ codes }) => ({ codes: [...codes, to] })),
  },
  "code less": { to: some, apply: (spec, at) => ofError(spec, at, ({ codes }) => ({ codes: codes.slice(1) })) },
  "listed otherwise": {
    to: fc.constantFrom("const", "enum", "extension"),
    apply: (spec, at, to) => ofError(spec, at, () => ({ listed: to })),
  },
  life: {
    to: fc.constantFrom("usual", "deprecated", "retired"),
    apply: (spec, at, to) => ofError(spec, at, () => ({ life: to })),
  },
  title: {
    to: fc.constantFrom("Too many", "Never"),
    apply: (spec, at, to) => ofError(spec, at, () => ({ title: to })),
  },
  example: { to: some, apply: (spec, at, to) => ofError(spec, at, () => ({ example: to })) },
  class: { to: anyClass, apply: (spec, at, to) => ofError(spec, at, () => to) },
  fields: { to: fc.boolean(), apply: (spec, at, to) => ofError(spec, at, () => ({ fields: to })) },
  details: { to: maybe(anyObject), apply: (spec, at, to) => ofError(spec, at, () => ({ details: to })) },
  "details optional": { to: fc.boolean(), apply: (spec, at, to) => ofError(spec, at, () => ({ detailsRequired: to })) },
  "shape within": {
    to: fc.record({
      path: fc.array(fc.nat(3), { maxLength: 3 }),
      shape: anyShape,
      required: fc.boolean(),
      gone: fc.boolean(),
    }),
    apply: (spec, at, to) =>
      ofError(spec, at, ({ details }) => ({ details: details && (changedIn(details, to.path, to) as ObjectShape) })),
  },
  "error more": {
    to: anyErrorBody,
    apply: (spec, at, to) => given({ ...spec, errors: [...spec.errors, { key: nextKey(spec), ...to }] }, at),
  },
  "error gone": { to: some, apply: (spec, at) => ({ ...spec, errors: withoutAt(spec.errors, at) }) },
  "bare changed": {
    to: anyBareBody,
    apply: (spec, at, to) => ({ ...spec, bare: replacedAt(spec.bare, at, (was) => ({ ...was, ...to })) }),
  },
  "status of an answer": {
    to: fc.constantFrom(...statuses),
    apply: (spec, at, to) =>
      ofOperation(spec, at, (answers) => oneOfEach(replacedAt(answers, at, (was) => ({ ...was, status: to })))),
  },
  "media of an answer": {
    to: fc.constantFrom("json", "problem"),
    apply: (spec, at, to) =>
      ofOperation(spec, at, (answers) => replacedAt(answers, at, (was) => ({ ...was, media: to }))),
  },
  "answer more": {
    to: anyAnswer,
    apply: (spec, at, to) => ofOperation(spec, at, (answers) => oneOfEach([to, ...answers])),
  },
  "answer gone": { to: some, apply: (spec, at) => ofOperation(spec, at, (answers) => withoutAt(answers, at)) },
  "operation renamed": {
    to: fc.constantFrom("placeOrder", "findOrder"),
    apply: (spec, at, to) =>
      spec.operations.some(({ id }) => id === to)
        ? spec
        : { ...spec, operations: replacedAt(spec.operations, at, (was) => ({ ...was, id: to })) },
  },
  "operation gone": { to: some, apply: (spec, at) => ({ ...spec, operations: withoutAt(spec.operations, at) }) },
  "operation more": {
    to: anyAnswer,
    apply: (spec, _, to) => ({
      ...spec,
      operations: [
        ...spec.operations.filter(({ id }) => id !== "payOrder"),
        { id: "payOrder", path: "/payOrder", answers: [to] },
      ],
    }),
  },
  closest: { to: maybe(fc.constantFrom("*_limit", "g*")), apply: (spec, _, closest) => ({ ...spec, closest }) },
  attempts: { to: maybe(fc.constantFrom(2, 5)), apply: (spec, _, attempts) => ({ ...spec, attempts }) },
  "delay header": {
    to: maybe(fc.constantFrom("X-Wait", "X-Pause")),
    apply: (spec, _, delayHeader) => ({ ...spec, delayHeader }),
  },
  "request id header": {
    to: maybe(fc.constantFrom("X-Trace", "X-Call")),
    apply: (spec, _, requestIdHeader) => ({ ...spec, requestIdHeader }),
  },
} as const satisfies Readonly<Record<string, Kind>>;

export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    ...(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) =>
      fc.tuple(fc.constant(kind), some, kinds[kind].to as fc.Arbitrary<unknown>),
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The contract after some steps; where one finds nothing to change, it changes nothing. */
export function after(spec: Spec, steps: readonly Step[]): Spec {
  return steps.reduce((now, [kind, at, to]) => tidied((kinds[kind] as Kind).apply(now, at, to)), spec);
}

function replacedAt<Item>(list: readonly Item[], at: number, change: (item: Item) => Item): readonly Item[] {
  return list.map((item, index) => (index === at % list.length ? change(item) : item));
}

function withoutAt<Item>(list: readonly Item[], at: number): readonly Item[] {
  return list.filter((_, index) => list.length === 1 || index !== at % list.length);
}

function ofError(spec: Spec, at: number, change: (error: ErrorSpec) => Partial<ErrorSpec>): Spec {
  return { ...spec, errors: replacedAt(spec.errors, at, (error) => ({ ...error, ...change(error) })) };
}

function ofOperation(
  spec: Spec,
  at: number,
  change: (answers: OperationSpec["answers"]) => OperationSpec["answers"],
): Spec {
  return {
    ...spec,
    operations: replacedAt(spec.operations, at, (operation) => ({ ...operation, answers: change(operation.answers) })),
  };
}

function oneOfEach(answers: readonly AnswerSpec[]): readonly AnswerSpec[] {
  return [...new Map(answers.map((answer) => [answer.status, answer])).values()];
}

function distinct(envelopes: Spec["envelopes"]): Spec["envelopes"] {
  return [...new Map(envelopes.map((each) => [`${each.wrapper}/${each.code}`, each])).values()];
}

function nextKey({ errors }: Spec): number {
  return Math.max(-1, ...errors.map(({ key }) => key)) + 1;
}

/** With the last error in an answer too. */
function given(spec: Spec, at: number): Spec {
  const key = spec.errors.at(-1)?.key ?? 0;
  return ofOperation(spec, at, (answers) =>
    replacedAt(answers, at, (answer) => ({ ...answer, bare: undefined, errors: [...answer.errors, key] })),
  );
}

interface Within {
  readonly shape: Shape;
  readonly required: boolean;
  readonly gone: boolean;
}

/** The same with another shape somewhere within. */
function changedIn(shape: Shape, [step, ...rest]: readonly number[], to: Within): Shape {
  if (step === undefined) return shape;
  if (shape.kind === "array" || shape.kind === "map")
    return { ...shape, items: rest.length === 0 ? to.shape : changedIn(shape.items, rest, to) };
  if (shape.kind !== "object" || shape.members.length === 0) return shape;
  const at = step % shape.members.length;
  if (rest.length === 0 && to.gone) return { ...shape, members: shape.members.filter((_, index) => index !== at) };
  const change = (member: Shape) => (rest.length === 0 ? to.shape : changedIn(member, rest, to));
  return {
    ...shape,
    members: replacedAt(shape.members, at, (member) => ({
      ...member,
      required: rest.length === 0 ? to.required : member.required,
      shape: change(member.shape),
    })),
  };
}
