import type { FieldError } from "../../generator/runtime/index.js";
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
  path loc instancePath dataPath field fieldName fieldPath pointer jsonPointer jsonPath parameter parameterName param paramName
  property propertyPath propertyName propertyRef attribute attributeName attr argument argumentName expression element member target name key in`);
const sources = words("pointer parameter header");
const steps = words("path loc location field fieldPath propertyPath expression target");
const weak = words("expression element target member name key in");
const texts = words(`
  message msg errorMessage defaultMessage detail description title helpMessage reason error errorDescription errorMsg text
  explanation diagnostics details messages errorMessages fullMessages errorText errorDetail errors reasons restrictions constraints code errorCode issue type rule tag keyword`);
const lists = words("message messages errorMessages fullMessages msg error errors reasons restrictions constraints");
const mapped = words("message msg errorMessage defaultMessage error errors messages");
const nested = words(`
  children issues errors details violations fieldViolations causes nestedErrors fieldErrors validationErrors
  invalidParams invalid-params`);

const fields: readonly Reading[] = [
  ...paths.map((name) => says([{ [name]: "a", message: bad }], "a")),
  ...sources.map((name) => says([{ source: { [name]: "a" }, message: bad }], "a")),
  says([{ target: { type: "field", name: "a" }, message: bad }], "a"),
  says({ x: [{ target: { type: "field", name: "a" }, message: bad }] }, "x"),
  says([{ location: "a", locationType: "parameter", message: bad }], "a"),
  says([{ field: "a", reason: "required", helpMessage: bad }], "a"),
  ...steps.map((name) => says([{ [name]: ["a", 0], message: bad }], "a", 0)),
  ...weak.map((name) => says({ x: [{ [name]: "a", message: bad }] }, "x")),
  says({ x: [{ location: ["a"], message: bad }] }, "x"),
  ...texts.map((name) => says([{ field: "a", [name]: bad }], "a")),
  says([{ field: "a", details: { text: bad } }], "a"),
  ...lists.map((name) => says([{ field: "a", [name]: [bad] }], "a")),
  ...words("fields fieldNames memberNames members").map((name) => says([{ [name]: ["a"], message: bad }], "a")),
  ...mapped.map((name) => says({ x: { [name]: bad } }, "x")),
  ...words("errors messages").map((name) => says({ x: { [name]: [bad] } }, "x")),
  ...nested.map((name) => says({ [name]: [{ field: "a", message: bad }], x: 1 }, "a")),
  says({ fieldErrors: [{ field: "a", message: bad }], other: bad }, "a"),
  ...nested.map((name) => says([{ [name]: [{ field: "a", message: bad }] }], "a")),
];

const ofOne = (param: unknown, fields: readonly FieldError[], errors?: unknown): Reading => ({
  name: `an error about one field: ${JSON.stringify(param)}, ${JSON.stringify(errors)}`,
  contract: { envelopes: [{ code: "/code", message: "/message", fields: "/errors", field: "/param" }] },
  body: { code: "gone", message: bad, param, errors },
  expect: { fields },
});

const ofOneField: readonly Reading[] = [
  ofOne("a", [{ path: ["a"], message: bad }]),
  ofOne("a.b[c]", [{ path: ["a.b[c]"], message: bad }]),
  ofOne("/a/b~1c", [{ path: ["a", "b/c"], message: bad }]),
  ofOne("#/a/0", [{ path: ["a", "0"], message: bad }]),
  ...["", null, 7, ["a"], { a: "b" }].map((param) => ofOne(param, [])),
  ofOne("a", [{ path: ["b"], message: "is worse" }], [{ field: "b", message: "is worse" }]),
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
  /error/description /data/message /faultstring /fault/faultstring /Message /description /errmsg /error /errors /reason /title`);
const inLists = ["/errors/*", "/detail/*", "/details/*", "/error/errors/*"].flatMap((list) =>
  words("message msg detail description title diagnostics").map((name) => `${list}/${name}`),
);

const messages = [...places, ...inLists].map(
  (pointer): Reading => ({
    name: `a message at ${pointer}`,
    contract: { envelopes: [] },
    body: holding(pointer),
    expect: { message: "is said" },
  }),
);

const ofConnection = words(`
  connection keep-alive proxy-authenticate proxy-connection te trailer transfer-encoding upgrade content-length
  content-encoding content-range content-md5 content-digest digest`);

const headers = ofConnection.map(
  (name): Reading => ({
    name: `the header ${name}, which is about the connection`,
    headers: { [name]: "x", via: "y" },
    body: { code: "gone" },
    expect: { headers: { via: "y" } },
  }),
);

/** The reason phrases of errors, with the names that some had before. */
const phrases = `
  400 Bad Request, 401 Unauthorized, 402 Payment Required, 403 Forbidden, 404 Not Found, 405 Method Not Allowed,
  406 Not Acceptable, 407 Proxy Authentication Required, 408 Request Timeout, 409 Conflict, 410 Gone,
  411 Length Required, 412 Precondition Failed, 413 Content Too Large, 413 Payload Too Large,
  413 Request Entity Too Large, 414 Request-URI Too Long, 414 URI Too Long, 415 Unsupported Media Type,
  416 Range Not Satisfiable, 416 Requested Range Not Satisfiable, 417 Expectation Failed, 418 I'm a Teapot,
  418 I'm a teapot, 421 Misdirected Request, 422 Unprocessable Content, 422 Unprocessable Entity, 423 Locked,
  424 Failed Dependency, 425 Too Early, 426 Upgrade Required, 428 Precondition Required, 429 Too Many Requests,
  431 Request Header Fields Too Large, 451 Unavailable For Legal Reasons, 500 Internal Server Error,
  501 Not Implemented, 502 Bad Gateway, 503 Service Unavailable, 504 Gateway Timeout,
  505 HTTP Version Not Supported, 507 Insufficient Storage, 508 Loop Detected, 511 Network Authentication Required`
  .split(",")
  .map((each) => each.trim())
  .map((each) => [each.slice(0, 3), each.slice(4)] as const);

const statuses = phrases.map(
  ([status, phrase]): Reading => ({
    name: `the code ${phrase} on ${status}, which says no more`,
    status: Number(status),
    body: { code: phrase },
    expect: { code: `http_${status}` },
  }),
);

/** Pages about statuses, and pages that are only called alike. */
const pages = words(`
  https://developer.mozilla.org/en-US/docs/Web/HTTP/Status https://www.rfc-editor.org/rfc/rfc7231
  http://tools.ietf.org/html/rfc-9110 https://http.cat/404 https://en.wikipedia.org/wiki/HTTP_404`);
const others = words(`
  https://developer.mozilla.org/Statuses https://www.rfc-editor.org/rfc/rfc723x https://acme.example/rfc7231
  x-https://http.cat/404 https://evil/http.cat/404`);

/** An address of so many characters: of more than 300, it is none of such a page. */
const long = (length: number) => "https://www.rfc-editor.org/rfc9110#".padEnd(length, "-");

const addresses = [...pages, long(300), ...others, long(301)].map(
  (code): Reading => ({
    name: `the code ${code}`,
    body: { code },
    expect: { code: others.includes(code) || code.length > 300 ? code : "http_404" },
  }),
);

export const nameReadings: readonly Reading[] = [
  ...fields,
  ...ofOneField,
  ...messages,
  ...headers,
  ...statuses,
  ...addresses,
];
