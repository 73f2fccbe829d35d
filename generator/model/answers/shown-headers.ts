import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import { codeInHeader } from "../../runtime/envelope.js";
import type { Settings } from "../document/settings.js";
import { type Header, headersOf } from "../infer/header-roles.js";

type Follow = Sources["follow"];
type Headers = Readonly<Record<string, string>>;

/** What the headers of a response may be; `named` by the examples of the one that says the code. */
export interface ShownHeaders {
  /** One example value of each header. */
  readonly usual: Headers;
  /** The same with each of the codes that a header lists, and without it where an answer may lack it. */
  readonly coded: readonly Headers[];
  readonly named: ReadonlyMap<string, Headers>;
}

/** The headers that a response shows, in which a header may say one of these codes. */
export function shownHeaders(
  response: Node,
  codes: ReadonlySet<string>,
  { envelopes }: Settings,
  follow: Follow,
): ShownHeaders {
  const headers = headersOf(response, follow);
  const usual = inOrder(headers.map((header) => [header.name, valuesOf(header, follow)[0]?.value]));
  const names = new Set(envelopes.map(({ codeHeader }) => codeHeader?.toLowerCase()));
  const header = headers.find(({ name }) => names.has(name.toLowerCase()));
  if (header === undefined) return { usual, coded: [usual], named: new Map() };
  const saying = (value: unknown) => inOrder([...Object.entries(usual), [header.name, value]]);
  const values = valuesOf(header, follow).concat(listedIn(header.schema, follow));
  const listed = [...new Set(values.map(({ value }) => String(value)))].filter((value) => codes.has(value));
  const without = child(header.node, "required").value === true ? [] : [saying(undefined)];
  return {
    usual,
    coded: listed.length > 0 ? [...listed.map(saying), ...without] : [usual],
    named: new Map(namedIn(header.node, follow).map(([name, { value }]) => [name, saying(value)])),
  };
}

/** The code that headers state, where a response lists it. */
export function codeInHeaders(headers: Headers, codes: ReadonlySet<string>, { envelopes }: Settings) {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const isListed = (code: string) => codes.has(code);
  return envelopes.map((envelope) => codeInHeader(lower, envelope, isListed)).find((code) => code !== undefined);
}

/** The example values of a header. */
function valuesOf({ node, schema }: Header, follow: Follow): Node[] {
  const named = namedIn(node, follow).map(([, example]) => example);
  const places = [child(node, "example"), ...named, child(schema, "example"), ...items(child(schema, "examples"))];
  return places.filter(({ value }) => value !== undefined);
}

function namedIn(header: Node, follow: Follow) {
  return members(child(header, "examples")).map(([name, one]) => [name, child(follow(one), "value")] as const);
}

function listedIn(schema: Node, follow: Follow): Node[] {
  const whole = follow(schema);
  return [child(whole, "const"), ...items(child(whole, "enum"))].filter(({ value }) => value != null);
}

function inOrder(values: readonly (readonly [string, unknown])[]): Headers {
  return Object.fromEntries(
    [...new Map(values)]
      .filter(([, value]) => !isObject(value) && value != null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, String(value)]),
  );
}
