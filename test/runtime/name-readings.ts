import type { Reading } from "./reading.js";

/** Every name that items of field errors and messages are read by, told once more: both languages have these lists. */
const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
const bad = "is bad";

const says = (errors: unknown, ...path: readonly (string | number)[]): Reading => ({
  name: `field errors by name: ${JSON.stringify(errors)}`,
  contract: { envelopes: [{ code: "/code", message: "/message", fields: "/errors" }] },
  body: { code: "gone", message: "m", errors },
  expect: { fields: [{ path, message: bad }] },
});

const paths = words(`
  path loc instancePath dataPath field fieldName fieldPath pointer jsonPointer parameter parameterName param paramName
  property propertyPath propertyName attribute attributeName argument member target name key in`);
const sources = words("pointer parameter header");
const steps = words("path loc location field fieldPath propertyPath target");
const weak = words("target member name key in");
const texts = words(`
  message msg errorMessage defaultMessage detail description title reason error errorDescription errorMsg text
  explanation messages errors reasons restrictions constraints code errorCode issue type rule tag keyword`);
const lists = words("message messages msg error errors reasons restrictions constraints");
const mapped = words("message msg errorMessage defaultMessage error errors messages");
const nested = words(`
  children issues errors details violations fieldViolations causes nestedErrors fieldErrors validationErrors`);

const fields: readonly Reading[] = [
  ...paths.map((name) => says([{ [name]: "a", message: bad }], "a")),
  ...sources.map((name) => says([{ source: { [name]: "a" }, message: bad }], "a")),
  ...steps.map((name) => says([{ [name]: ["a", 0], message: bad }], "a", 0)),
  ...weak.map((name) => says({ x: [{ [name]: "a", message: bad }] }, "x")),
  says({ x: [{ location: ["a"], message: bad }] }, "x"),
  ...texts.map((name) => says([{ field: "a", [name]: bad }], "a")),
  ...lists.map((name) => says([{ field: "a", [name]: [bad] }], "a")),
  ...mapped.map((name) => says({ x: { [name]: bad } }, "x")),
  ...words("errors messages").map((name) => says({ x: { [name]: [bad] } }, "x")),
  ...nested.map((name) => says([{ [name]: [{ field: "a", message: bad }] }], "a")),
];

/** A body that holds a text at a pointer, and nothing else. */
function holding(pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduceRight<unknown>((inner, step) => (step === "*" ? [inner] : { [step]: inner }), "is said");
}

const places = words(`
  /message /detail /error/message /error_description /errorMessage /error_message /msg /error/msg /error/detail
  /error/description /data/message /faultstring /fault/faultstring /Message /description /errmsg /error /errors /title`);
const inLists = ["/errors/*", "/detail/*", "/details/*", "/error/errors/*"].flatMap((list) =>
  words("message msg detail description title").map((name) => `${list}/${name}`),
);

const messages = [...places, ...inLists].map(
  (pointer): Reading => ({
    name: `a message at ${pointer}`,
    contract: { envelopes: [] },
    body: holding(pointer),
    expect: { message: "is said" },
  }),
);

export const nameReadings: readonly Reading[] = [...fields, ...messages];
