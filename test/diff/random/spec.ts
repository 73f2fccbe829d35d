import fc from "fast-check";
import { anyObject, type ObjectShape } from "./shapes.js";

/** A contract as a person would think of it: documents are made of it, and answers that are valid under it. */
export interface Spec {
  readonly envelopes: readonly EnvelopeSpec[];
  readonly errors: readonly ErrorSpec[];
  readonly bare: readonly BareSpec[];
  readonly operations: readonly OperationSpec[];
  readonly closest: string | undefined;
  readonly attempts: number | undefined;
  readonly delayHeader: string | undefined;
  readonly requestIdHeader: string | undefined;
}

/** Where a body holds what. `details`: a member of its own, or (`beside`) all that stands beside the code. */
export interface EnvelopeSpec {
  readonly wrapper: string | undefined;
  readonly code: string;
  readonly message: string;
  readonly details: string | undefined;
  readonly requestId: string | undefined;
  readonly delay: string | undefined;
  readonly constant: string | boolean | undefined;
}

/** Codes that have all in common but their names. */
export interface ErrorSpec {
  readonly key: number;
  readonly codes: readonly (string | number)[];
  /** How the document lists them. */
  readonly listed: "const" | "enum" | "extension";
  readonly title: string;
  readonly category: string | undefined;
  readonly retry: string | undefined;
  readonly details: ObjectShape | undefined;
  readonly detailsRequired: boolean;
  readonly fields: boolean;
  readonly envelope: number;
  readonly waits: boolean;
  readonly life: "usual" | "deprecated" | "retired";
  /** Which of the details that it may have its example shows. */
  readonly example: number;
}

/** A status without a code. */
export interface BareSpec {
  readonly key: number;
  readonly body: boolean;
  readonly category: string | undefined;
  readonly retry: string | undefined;
  readonly waits: boolean;
}

export interface OperationSpec {
  readonly id: string;
  /** Stays where the id is another. */
  readonly path: string;
  readonly answers: readonly AnswerSpec[];
}

/** What comes with a status: errors with codes, or one without. */
export interface AnswerSpec {
  readonly status: string;
  readonly errors: readonly number[];
  readonly bare: number | undefined;
  readonly media: "json" | "problem";
}

export const statuses = ["400", "403", "404", "409", "422", "429", "500", "503", "4XX", "5XX", "default"] as const;
export const codeNames = ["alpha_limit", "beta_limit", "gamma", "delta", "epsilon", "zeta", "eta", "theta"] as const;
const categories = ["permission", "quota", "conflict", "rate_limit", "unavailable", "validation"] as const;
const retries = ["never", "backoff", "after-delay"] as const;

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });

export const anyEnvelope: fc.Arbitrary<EnvelopeSpec> = fc.record({
  wrapper: maybe(fc.constantFrom("error", "fault")),
  code: fc.constantFrom("code", "slug", "type"),
  message: fc.constantFrom("message", "title", "words"),
  details: maybe(fc.constantFrom("details", "data", "beside")),
  requestId: maybe(fc.constantFrom("request_id", "trace")),
  delay: rarely(fc.constantFrom("wait", "retry_after")),
  constant: rarely(fc.constantFrom<string | boolean>(false, "no", "never")),
});

export const anyClass = fc.record({
  category: maybe(fc.constantFrom<string>(...categories)),
  retry: maybe(fc.constantFrom<string>(...retries)),
  waits: fc.boolean(),
});

export const anyErrorBody = fc
  .record({
    codes: fc.oneof(
      { weight: 4, arbitrary: fc.uniqueArray(fc.constantFrom<string>(...codeNames), { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(4001, 4002, 4003), { minLength: 1, maxLength: 2 }) },
    ) as fc.Arbitrary<readonly (string | number)[]>,
    listed: fc.constantFrom<ErrorSpec["listed"]>("const", "enum", "extension"),
    title: fc.constantFrom("Too many", "Not there", "Not now", "Not so"),
    details: maybe(anyObject),
    detailsRequired: fc.boolean(),
    fields: fc.boolean().map((yes) => yes),
    envelope: fc.nat(2),
    life: fc.constantFrom<ErrorSpec["life"]>("usual", "usual", "usual", "usual", "deprecated", "retired"),
    example: fc.nat(5),
  })
  .chain((body) => anyClass.map((classed) => ({ ...body, ...classed })));

export const anyBareBody = fc
  .record({ body: fc.boolean() })
  .chain((body) => anyClass.map((one) => ({ ...body, ...one })));

export const anyAnswer: fc.Arbitrary<AnswerSpec> = fc.record({
  status: fc.constantFrom<string>(...statuses),
  errors: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
  bare: fc.option(fc.nat(1), { nil: undefined, freq: 1 }),
  media: fc.constantFrom<AnswerSpec["media"]>("json", "json", "json", "problem"),
});

const anyOperation = (id: string): fc.Arbitrary<OperationSpec> =>
  fc.record({
    id: fc.constant(id),
    path: fc.constant(`/${id}`),
    answers: fc.uniqueArray(anyAnswer, { selector: ({ status }) => status, minLength: 1, maxLength: 4 }),
  });

export const anySpec: fc.Arbitrary<Spec> = fc
  .record({
    envelopes: fc.uniqueArray(anyEnvelope, {
      minLength: 1,
      maxLength: 3,
      selector: ({ wrapper, code }) => `${wrapper}/${code}`,
    }),
    errors: fc.array(anyErrorBody, { minLength: 1, maxLength: 4 }),
    bare: fc.array(anyBareBody, { maxLength: 2 }),
    operations: fc
      .nat(2)
      .chain((last) =>
        fc.tuple(...["createOrder", "getOrder", "dropOrder"].slice(0, last + 1).map((id) => anyOperation(id))),
      ),
    closest: rarely(fc.constantFrom("*_limit", "g*")),
    attempts: rarely(fc.constantFrom(2, 5)),
    delayHeader: rarely(fc.constantFrom("X-Wait", "X-Pause")),
    requestIdHeader: rarely(fc.constantFrom("X-Trace", "X-Call")),
  })
  .map(({ errors, bare, ...spec }) =>
    tidied({
      ...spec,
      errors: errors.map((error, key) => ({ key, ...error })),
      bare: bare.map((each, key) => ({ key, ...each })),
    }),
  )
  .filter(isContract);

/** Whether any operation answers with a code. */
export function isContract({ errors }: Spec): boolean {
  return errors.some(({ life }) => life !== "retired");
}

/** The same as one that a document can say: no code twice, nothing that is not there, nothing that no operation gives. */
export function tidied(spec: Spec): Spec {
  const taken = new Set<string>();
  const free = (code: string | number) => !taken.has(String(code)) && taken.add(String(code));
  const errors = spec.errors
    .map((error) => ({
      ...error,
      envelope: error.envelope % spec.envelopes.length,
      codes: error.codes
        .filter((code) => typeof code === typeof error.codes[0] && free(code))
        .slice(0, error.life === "retired" ? 1 : 3),
    }))
    .filter(({ codes }) => codes.length > 0)
    .map((error, _, all) => tidiedError(error, spec, all));
  const live = new Set(errors.filter(({ life }) => life !== "retired").map(({ key }) => key));
  const bareKeys = new Set(spec.bare.map(({ key }) => key));
  const operations = spec.operations.map((operation) => ({
    ...operation,
    answers: operation.answers.flatMap((answer): AnswerSpec[] => {
      if (answer.bare !== undefined && bareKeys.has(answer.bare)) return [{ ...answer, errors: [] }];
      const given = answer.errors.filter((key) => live.has(key));
      return given.length > 0 ? [{ ...answer, errors: given, bare: undefined }] : [];
    }),
  }));
  const used = new Set(operations.flatMap(({ answers }) => answers.flatMap((answer) => answer.errors)));
  const usedBare = new Set(operations.flatMap(({ answers }) => answers.map(({ bare }) => bare)));
  return {
    ...spec,
    operations,
    errors: errors.filter(({ key, life }) => used.has(key) || life === "retired"),
    bare: spec.bare.filter(({ key }) => usedBare.has(key)),
  };
}

function tidiedError(error: ErrorSpec, { envelopes }: Spec, all: readonly ErrorSpec[]): ErrorSpec {
  const isRetired = error.life === "retired";
  // Nothing else says where its code stands.
  const envelope = (isRetired ? all.find(({ life }) => life !== "retired")?.envelope : undefined) ?? error.envelope;
  const at = envelopes[envelope]!;
  const listed = isRetired ? "const" : error.codes.length > 1 && error.listed === "const" ? "enum" : error.listed;
  const inMember = at.details !== undefined && at.details !== "beside";
  return {
    ...error,
    ...{ envelope, listed },
    details: at.details === undefined ? undefined : error.details,
    detailsRequired: error.detailsRequired || !inMember,
    fields: error.fields && !isRetired && error.details !== undefined && inMember,
  };
}
