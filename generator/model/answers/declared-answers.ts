import { once } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, items, members, type Node } from "../../read/source.js";
import { isShallowJson } from "../../runtime/depth.js";
import { type MediaNode, type OperationNode, type ResponseNode, readOperations } from "../document/operations.js";
import { namedBodies, singleBody } from "../document/shown-body.js";
import { type Header, headersOf } from "../infer/header-roles.js";
import { sampleValue } from "./sample-value.js";

type Follow = Sources["follow"];

/** An answer that an operation declares under a status key, be it an error or none. */
export interface DeclaredAnswer {
  /** `200`, `2XX` or `default`. */
  readonly key: string;
  /** The names of the bodies that the document shows. */
  readonly shown: () => readonly string[];
  /** An answer of this kind as a server sends it: with the body of that name, else the first that is shown, else a sample. */
  readonly sample: (shown?: string) => SampleAnswer;
}

export interface SampleAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is none. */
  readonly body: unknown;
}

/** The answers of each operation, by its id; each is made when it is asked for. */
export type DeclaredAnswers = (operation: string) => readonly DeclaredAnswer[];

export function declaredAnswers(sources: Sources): DeclaredAnswers {
  const byId = once(() => new Map(readOperations(sources).map((operation) => [operation.id, operation])));
  const made = new Map<OperationNode, readonly DeclaredAnswer[]>();
  return (id) => {
    const operation = byId().get(id);
    if (operation === undefined) return [];
    const known =
      made.get(operation) ?? operation.responses.map((response) => declaredAnswer(response, sources.follow));
    made.set(operation, known);
    return known;
  };
}

function declaredAnswer({ key, node, media }: ResponseNode, follow: Follow): DeclaredAnswer {
  const body = media.find(({ type }) => /[/+]json\b/i.test(type)) ?? media[0];
  const bodies = once(
    () =>
      new Map((body ? namedBodies(body, follow) : []).map(({ name, node: shown }) => [name, bodyAt(shown, follow)])),
  );
  const usual = once(() => ({ value: body && usualBody(body, bodies(), follow) }));
  const headers = once(() => headersIn(node, follow));
  return {
    key,
    shown: () => [...bodies().keys()],
    sample: (shown) => {
      const value = shown !== undefined && bodies().has(shown) ? bodies().get(shown) : usual().value;
      const type = body === undefined ? {} : { "Content-Type": sentType(body.type) };
      return { headers: { ...type, ...headers() }, body: isShallowJson(value) ? value : undefined };
    },
  };
}

/** A body that is shown; behind a reference in the place of one, as GitHub writes them, stands an Example Object. */
function bodyAt(shown: Node, follow: Follow): unknown {
  const end = follow(shown);
  if (end === shown || end.value === undefined) return shown.value;
  const { value } = child(end, "value");
  return value === undefined ? end.value : value;
}

/** The first body that is shown; a sample, where the media type is one that a sample can be written in. */
function usualBody(media: MediaNode, named: ReadonlyMap<string, unknown>, follow: Follow): unknown {
  const [first] = named.values();
  const single = first === undefined ? singleBody(media, follow) : undefined;
  const shown = single ? bodyAt(single, follow) : first;
  if (shown !== undefined) return shown;
  if (/[/+]json\b|^\*\/\*|^text\/plain/i.test(media.type)) return sampleValue(media.schema, follow);
  return undefined;
}

/** A range is no media type that an answer has. */
function sentType(type: string): string {
  return type.includes("*") ? "application/json" : type;
}

/** Of the message, and not of the answer: what sends it says them itself. */
const ofMessage =
  /^(?:content-(?:type|length|encoding|range|md5|digest)|transfer-encoding|connection|keep-alive|trailer|upgrade|date)$/i;

/** Each header that has an example, and each that has to be there. */
function headersIn(response: Node, follow: Follow): Record<string, string> {
  const sent = headersOf(response, follow).filter(({ name }) => !ofMessage.test(name));
  return Object.fromEntries(
    sent.flatMap((header) => {
      const value = headerValue(header, follow);
      return value === undefined || typeof value === "object" ? [] : [[header.name, String(value)]];
    }),
  );
}

function headerValue({ name, node, schema }: Header, follow: Follow): unknown {
  const named = members(child(node, "examples")).map(([, example]) => child(follow(example), "value"));
  const places = [child(node, "example"), ...named, child(schema, "example"), ...items(child(schema, "examples"))];
  const shown = places.find(({ value }) => value !== undefined)?.value;
  if (shown !== undefined) return shown;
  // Whoever declares it means that clients look at it.
  if (name.toLowerCase() === "retry-after") return 1;
  return child(node, "required").value === true ? sampleValue(schema, follow) : undefined;
}
