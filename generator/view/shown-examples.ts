import type { Contract, ContractError, Example } from "../model/contract.js";
import { isJsonType } from "../runtime/body.js";
import { chooseEnvelope } from "../runtime/envelope.js";
import { isObject, tokensOf } from "../runtime/pointer.js";
import { withoutMoments } from "./moments.js";

/** Examples as pages show them. */

/** A page shows what answers look like, not all of an enormous one. */
const [mostExamples, mostItems, mostLines, mostCharacters] = [4, 3, 60, 3000];

/** The examples of an error, those that differ in no more than a time, an id or the type of the media once, and not too many. */
export function shownExamples({ examples }: ContractError): readonly Example[] {
  const unlike = new Map<string, Example>();
  for (const example of examples) {
    const { status, headers, body } = example;
    const shown = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
    const key = JSON.stringify([status, withoutMoments(shown), withoutMoments(body) ?? null]);
    if (!unlike.has(key)) unlike.set(key, example);
  }
  return [...unlike.values()].slice(0, mostExamples);
}

/** The body of an example as text: code and message first, and no more of it than a reader looks at. */
export function bodyText({ body, headers }: Example, contract: Contract): string {
  if (typeof body === "string" && !isJson(headers)) return cut(body);
  const ordered = codeFirst(body, contract);
  const whole = JSON.stringify(ordered, null, 2);
  return isLong(whole) ? cut(JSON.stringify(shortened(ordered), null, 2)) : whole;
}

function isJson(headers: Example["headers"]): boolean {
  return Object.entries(headers).some(([name, value]) => name.toLowerCase() === "content-type" && isJsonType(value));
}

/** A body whose code and message, or what holds them, come before its other members. */
function codeFirst(body: unknown, { envelopes }: Pick<Contract, "envelopes">): unknown {
  const { code, message } = chooseEnvelope(body, envelopes) ?? {};
  return inOrder(
    body,
    [code, message].flatMap((pointer) => (pointer === undefined ? [] : [tokensOf(pointer)])),
  );
}

/** The same for all examples of a contract. */
export function withCodesFirst(contract: Contract): Contract {
  const inOrderOf = (example: Example): Example => ({ ...example, body: codeFirst(example.body, contract) });
  const errors = contract.errors.map((error) => ({ ...error, examples: error.examples.map(inOrderOf) }));
  return { ...contract, errors };
}

function inOrder(value: unknown, first: readonly (readonly string[])[]): unknown {
  if (first.length === 0) return value;
  const below = (name: string) =>
    first.filter(([token]) => token === name || token === "*" || token === "{}").map((tokens) => tokens.slice(1));
  if (Array.isArray(value)) return value.map((item) => inOrder(item, below("*")));
  if (!isObject(value)) return value;
  const leading = first.map(([token = ""]) => token).filter((token) => Object.hasOwn(value, token));
  const names = new Set([...leading, ...Object.keys(value)]);
  return Object.fromEntries([...names].map((name) => [name, inOrder(value[name], below(name))]));
}

/** Of a long list its first items, and how many more there are. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const more = value.length - mostItems;
    const shown = more > 1 ? value.slice(0, mostItems) : value;
    return [...shown.map(shortened), ...(more > 1 ? [`… and ${more} more`] : [])];
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]));
}

function isLong(text: string): boolean {
  return text.length > mostCharacters || text.split("\n").length > mostLines;
}

function cut(text: string): string {
  if (!isLong(text)) return text;
  const lines = text.slice(0, mostCharacters).split("\n");
  return `${lines.slice(0, mostLines).join("\n")}\n…`;
}
