import { schemaOf, valuesOf } from "./shapes.js";
import type { BareSpec, EnvelopeSpec, ErrorSpec, Spec } from "./spec.js";

// biome-ignore lint/suspicious/noExplicitAny: a document is edited, not typed.
export type Document = any;

/** The OpenAPI document that says what a spec says. */
export function documentOf(spec: Spec): Document {
  const { closest, attempts, delayHeader, requestIdHeader } = spec;
  const as = spec.errors.find(({ life }) => life !== "retired")?.codes[0];
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.2.3" },
    "x-error-contract": {
      id: "shop",
      envelopes: [...usedEnvelopes(spec), ...(spec.bare.some(({ body }) => body) ? [plain] : [])],
      ...(closest === undefined || as === undefined ? {} : { closest: [{ match: closest, as: String(as) }] }),
      ...(attempts === undefined ? {} : { retryPolicy: { attempts } }),
      ...(delayHeader === undefined ? {} : { delayHeaders: [{ name: delayHeader, unit: "seconds" }] }),
      ...(requestIdHeader === undefined ? {} : { requestIdHeaders: [requestIdHeader] }),
    },
    paths: Object.fromEntries(
      spec.operations.map(({ id, path, answers }) => [
        path,
        { post: { operationId: id, responses: Object.fromEntries(answers.map((answer) => responseOf(spec, answer))) } },
      ]),
    ),
    components: {
      schemas: {
        ...Object.fromEntries(spec.errors.map((error) => [nameOf(error), errorSchema(spec, error)])),
        Plain: { type: "object", required: ["detail"], properties: { detail: { type: "string" } } },
      },
      responses: Object.fromEntries(spec.bare.map((bare) => [`Bare${bare.key}`, bareResponse(spec, bare)])),
    },
  };
}

const plain = { name: "plain", message: "/detail" };

/** Those that errors come in: a pointer to nothing is a mistake in a document. */
function usedEnvelopes({ envelopes, errors }: Spec): object[] {
  return envelopes.flatMap((envelope, at) => {
    const ours = errors.filter((error) => error.envelope === at && error.life !== "retired");
    if (ours.length === 0) return [];
    const { code, message, requestId, delay } = envelope;
    const details = ours.some((error) => error.details) ? detailsPointer(envelope) : undefined;
    const optional = {
      details,
      requestId: requestId && at_(envelope, requestId),
      delay: delay && at_(envelope, delay),
    };
    return [
      {
        name: `envelope${at}`,
        code: at_(envelope, code),
        message: at_(envelope, message),
        ...Object.fromEntries(Object.entries(optional).filter(([, pointer]) => pointer !== undefined)),
      },
    ];
  });
}

function at_({ wrapper }: EnvelopeSpec, member: string): string {
  return wrapper === undefined ? `/${member}` : `/${wrapper}/${member}`;
}

function detailsPointer(envelope: EnvelopeSpec): string | undefined {
  const { details, wrapper } = envelope;
  if (details === "beside") return wrapper === undefined ? "" : `/${wrapper}`;
  return details && at_(envelope, details);
}

function nameOf({ key }: ErrorSpec): string {
  return `Error${key}`;
}

const fieldErrors = {
  type: "array",
  items: {
    type: "object",
    required: ["path", "message"],
    properties: { path: { type: "string" }, message: { type: "string" } },
  },
};

function errorSchema(spec: Spec, error: ErrorSpec): object {
  const envelope = spec.envelopes[error.envelope]!;
  const { wrapper, code, message, requestId, delay, constant } = envelope;
  const details = error.details && (schemaOf(error.details) as { properties: object; required?: string[] });
  const isBeside = envelope.details === "beside";
  const whole = details &&
    error.fields && {
      ...details,
      required: [...(details.required ?? []), "errors"],
      properties: { ...details.properties, errors: fieldErrors },
    };
  const inner = {
    type: "object",
    required: [
      code,
      message,
      ...(details && isBeside ? (details.required ?? []) : []),
      ...(details && !isBeside && error.detailsRequired ? [envelope.details!] : []),
    ],
    properties: {
      [code]: codeSchema(error),
      [message]: { type: "string" },
      ...(details && isBeside ? details.properties : {}),
      ...(details && !isBeside ? { [envelope.details!]: whole || details } : {}),
      ...(requestId === undefined ? {} : { [requestId]: { type: "string" } }),
      ...(delay === undefined ? {} : { [delay]: { type: "integer" } }),
    },
  };
  const outer =
    wrapper === undefined ? inner : { type: "object", required: [wrapper], properties: { [wrapper]: inner } };
  const body =
    constant === undefined
      ? outer
      : {
          ...outer,
          required: [...outer.required, "ok"],
          properties: { ...outer.properties, ok: { const: constant } },
        };
  return { title: error.title, description: `${error.title}.`, ...saidOf(spec, error), ...body };
}

function codeSchema({ codes, listed }: ErrorSpec): object {
  const [only] = codes;
  const type = typeof only === "number" ? "integer" : "string";
  if (listed === "const") return { const: only };
  return listed === "enum" ? { type, enum: codes } : { type, "x-extensible-enum": codes };
}

function saidOf(spec: Spec, error: ErrorSpec): object {
  const { category, retry, life, fields, envelope, listed, codes } = error;
  const said = {
    ...(category === undefined ? {} : { category }),
    ...(retry === undefined ? {} : { retry }),
    ...(fields ? { fields: `${detailsPointer(spec.envelopes[envelope]!)}/errors` } : {}),
    ...(life === "retired" ? { retired: true, status: 409 } : {}),
  };
  const isOne = codes.length === 1 && listed !== "extension";
  return {
    ...(life === "deprecated" && isOne ? { deprecated: true } : {}),
    ...(Object.keys(said).length === 0
      ? {}
      : { "x-error": isOne ? said : { codes: Object.fromEntries(codes.map((code) => [code, said])) } }),
  };
}

function headersOf(spec: Spec, waits: boolean): object {
  const names = [...(waits ? [spec.delayHeader ?? "Retry-After"] : []), spec.requestIdHeader ?? "X-Request-Id"];
  return {
    headers: Object.fromEntries(
      names.map((name) => [name, { schema: { type: /id|trace|call/i.test(name) ? "string" : "integer" } }]),
    ),
  };
}

function responseOf(spec: Spec, answer: Spec["operations"][number]["answers"][number]): [string, object] {
  const { status, bare, media } = answer;
  if (bare !== undefined) return [status, { $ref: `#/components/responses/Bare${bare}` }];
  const errors = spec.errors.filter(({ key }) => answer.errors.includes(key));
  const refs = errors.map((error) => ({ $ref: `#/components/schemas/${nameOf(error)}` }));
  const isOpen = errors.some(({ listed }) => listed === "extension");
  const examples = Object.fromEntries(
    errors.flatMap((error) => {
      return [...error.codes, ...unlistedOf(error)].map((code) => [
        `${nameOf(error)}_${code}`,
        { value: bodyOf(spec, error, code, shownDetails(error)) },
      ]);
    }),
  );
  return [
    status,
    {
      description: "It failed.",
      ...headersOf(
        spec,
        errors.some(({ waits }) => waits),
      ),
      content: {
        [media === "json" ? "application/json" : "application/problem+json"]: {
          schema: refs.length === 1 ? refs[0] : { [isOpen ? "anyOf" : "oneOf"]: refs },
          examples,
        },
      },
    },
  ];
}

function bareResponse(spec: Spec, { key, body, category, retry, waits }: BareSpec): object {
  const said = { ...(category === undefined ? {} : { category }), ...(retry === undefined ? {} : { retry }) };
  return {
    description: "It failed.",
    "x-error": { title: `Failed ${key}`, ...said },
    ...headersOf(spec, waits),
    ...(body
      ? {
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/Plain" }, example: { detail: "It failed." } },
          },
        }
      : {}),
  };
}

/** A list that is not closed says that others may come. */
export function unlistedOf({ listed, codes }: ErrorSpec): (string | number)[] {
  return listed === "extension" ? [typeof codes[0] === "number" ? 4999 : "unheard_of"] : [];
}

/** The details of an example: any that are allowed. */
function shownDetails({ details, example }: ErrorSpec): unknown {
  const values = details ? valuesOf(details) : [];
  return values[example % values.length];
}

/** A body as a server of the spec writes it; `all`: with what it may leave out. */
export function bodyOf(spec: Spec, error: ErrorSpec, code: string | number, details: unknown, all = true): object {
  const envelope = spec.envelopes[error.envelope]!;
  const { wrapper, requestId, delay, constant } = envelope;
  const more = error.fields ? { errors: [{ path: "name", message: "is empty" }] } : {};
  const inner = {
    [envelope.code]: code,
    [envelope.message]: "It failed.",
    ...(details === undefined
      ? {}
      : envelope.details === "beside"
        ? (details as object)
        : { [envelope.details!]: { ...(details as object), ...more } }),
    ...(requestId === undefined || !all ? {} : { [requestId]: "r-1" }),
    ...(delay === undefined || !all ? {} : { [delay]: 20 }),
  };
  const outer = wrapper === undefined ? inner : { [wrapper]: inner };
  return constant === undefined ? outer : { ...outer, ok: constant };
}
