import { isJsonType } from "./body.js";
import type { Envelope, Shape } from "./contract.js";
import { escapeToken, isObject, own, tokensOf } from "./pointer.js";

/** What a server says in an error body, apart from the envelope it says it in. */
export interface BodyParts {
  readonly code: string | number | undefined;
  readonly message: string;
  readonly details: unknown;
  readonly requestId: string | undefined;
  readonly delay: number | undefined;
}

type Json = Record<string, unknown> | unknown[];

/** The body that a parser of this envelope reads the parts back from. */
export function answerBody(envelope: Envelope, parts: BodyParts): unknown {
  // The body is the code, or a text for people.
  if (envelope.code === "") return parts.code ?? parts.message;
  const body: Record<string, unknown> = {};
  for (const [pointer, literal] of Object.entries(envelope.literals ?? {})) put(body, pointer, literal);
  // Details first: they may be the object that also holds the code, or the delay.
  if (envelope.details !== undefined && parts.details !== undefined) put(body, envelope.details, copyOf(parts.details));
  if (envelope.delay !== undefined && parts.delay !== undefined) put(body, envelope.delay, parts.delay);
  if (envelope.code !== undefined && parts.code !== undefined) put(body, envelope.code, parts.code);
  if (envelope.message !== undefined) put(body, envelope.message, parts.message);
  if (envelope.requestId !== undefined && parts.requestId !== undefined) put(body, envelope.requestId, parts.requestId);
  return body;
}

/** A body as it is sent. A text is one as it is, but under a media type of JSON. */
export function sentBody(body: unknown, mediaType: string): string | undefined {
  return typeof body === "string" && !isJsonType(mediaType) ? body : JSON.stringify(body);
}

/** Details with the constants that the contract has in them, where they are due: nobody has to say those. */
export function withConstants(details: unknown, shape: Shape | undefined): unknown {
  const { properties = {}, required = [] } = shape ?? {};
  const isFree = details !== undefined && !isObject(details);
  if (isFree || (details === undefined && !hasConstants(shape))) return details;
  const filled = new Map(Object.entries(details ?? {}));
  for (const [name, member] of Object.entries(properties)) {
    const isDue = required.includes(name);
    if (member.enum?.length === 1 && isDue) filled.set(name, filled.get(name) ?? member.enum[0]);
    else if (filled.has(name) || (isDue && hasConstants(member)))
      filled.set(name, withConstants(filled.get(name), member));
  }
  return Object.fromEntries(filled);
}

/** Whether all that is due in this object is constant. */
function hasConstants(shape: Shape | undefined): boolean {
  const { properties = {}, required = [] } = shape ?? {};
  const due = required.map((name) => own(properties, name));
  return due.length > 0 && due.every((member) => member?.enum?.length === 1 || hasConstants(member));
}

/** Puts a value at a pointer, with the objects and arrays on the way. */
function put(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const tokens = tokensOf(pointer);
  // The whole body: member by member, among which there may be one called `__proto__`.
  if (tokens.length === 0)
    for (const [name, each] of Object.entries(value ?? {})) put(body, `/${escapeToken(name)}`, each);
  let at: Json = body;
  tokens.forEach((step, index) => {
    const next = tokens[index + 1];
    const isEnd = next === undefined;
    const token = step === "{}" ? anyName(at, isEnd) : step;
    const present = member(at, token);
    const child: unknown = isEnd ? value : isContainer(present) ? present : next === "*" ? [] : {};
    if (Array.isArray(at)) at[0] = child;
    // Not an assignment: that would change the prototype where a pointer leads to `__proto__`.
    else Object.defineProperty(at, token, { value: child, enumerable: true, configurable: true, writable: true });
    if (!isEnd) at = child as Json;
  });
}

/** Where any name will do: that of the first member, as the parser reads it, or its own where something else stands there. */
function anyName(at: Json, isEnd: boolean): string {
  const [first] = Object.entries(at);
  if (first === undefined) return "error";
  return isEnd || isContainer(first[1]) ? first[0] : "{}";
}

function member(at: Json, token: string): unknown {
  if (Array.isArray(at)) return at[0];
  return Object.hasOwn(at, token) ? at[token] : undefined;
}

function isContainer(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function copyOf(details: unknown): unknown {
  return typeof details === "object" && details !== null && !Array.isArray(details) ? { ...details } : details;
}
