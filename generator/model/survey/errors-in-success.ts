import type { Sources } from "../../read/reader.js";
import { child, items, members, type Node } from "../../read/source.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";

type Follow = Sources["follow"];

/** An answer of success whose body has a place for errors. */
export interface ErrorInSuccess {
  readonly response: ResponseNode;
  /** Where: `/errors`. */
  readonly pointer: string;
}

const named = /^(?:errors?|failures?|error[-_]?(?:code|text|message|msg|type))$/i;
const flags = /^(?:success|ok|succeeded)$/i;

/** The successful answers of an operation that can tell of errors in their body. Reported, never read as errors. */
export function errorsInSuccess({ responses }: OperationNode, follow: Follow): ErrorInSuccess[] {
  return responses
    .filter(({ key }) => /^2(?:\d\d|XX)$/.test(key))
    .flatMap((response) => {
      const found = response.media
        .filter(({ type }) => /json/i.test(type))
        .map(({ schema }) => errorPlace(schema, follow))
        .find((pointer) => pointer !== undefined);
      return found === undefined ? [] : [{ response, pointer: found }];
    });
}

/** In the body itself, or in the items of a list that it is or holds, as where several things are sent at once. */
function errorPlace(schema: Node, follow: Follow): string | undefined {
  const properties = propertiesOf(schema, follow);
  const own = properties.find(([name, member]) => named.test(name) || (flags.test(name) && canFail(member, follow)));
  if (own) return `/${own[0]}`;
  const lists: readonly (readonly [string, Node])[] = [
    ["", schema],
    ...properties.map(([name, at]) => [`/${name}`, at] as const),
  ];
  for (const [pointer, list] of lists)
    for (const part of schemasAt(list, [], follow)) {
      const inner = propertiesOf(child(part, "items"), follow).find(([key]) => named.test(key));
      if (inner) return `${pointer}/*/${inner[0]}`;
    }
  return undefined;
}

function propertiesOf(schema: Node, follow: Follow): (readonly [string, Node])[] {
  const parts = schemasAt(schema, [], follow);
  return parts.flatMap((part) => members(child(part, "properties"))).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A constant `false` beside others, or one alone: this success can be none. */
function canFail(flag: Node, follow: Follow): boolean {
  return schemasAt(flag, [], follow).some(
    (part) => child(part, "const").value === false || items(child(part, "enum")).some(({ value }) => value === false),
  );
}
